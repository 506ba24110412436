import type { z } from "zod"
import type { JobCall } from "./job-call"

/** How a queue treats its jobs; the defaults suit short work on our own database. */
export type QueueSettings = {
  /** exclusive: one queued or running per key; short: one waiting per key; standard: every send counts. */
  policy?: "standard" | "short" | "exclusive"
  /** Seconds after which a running job counts as lost and is given out again. At least twice its usual time. */
  expireInSeconds?: number
  retryLimit?: number
  /** Seconds before the first retry; it doubles up to five minutes. */
  retryDelay?: number
}

type JobSettings<P> = {
  /** `feature.verb`; also the queue's name. */
  name: string
  queue?: QueueSettings
  /** Ids only, no personal data and no secrets: jobs lie outside row-level security. */
  payload: z.ZodType<P>
  /** Five-field cron expression, UTC. Runs missed while the server was down are caught up once. */
  schedule?: { cron: string; payload: P }
  /** May run twice for one job, so doing it again must change nothing. */
  handler: (call: JobCall, payload: P) => Promise<void>
}

export type Job<P = unknown> = Omit<JobSettings<P>, "handler"> & {
  handle: (call: JobCall, data: unknown) => Promise<void>
}

/** Declares a kind of background job. It exists once it stands in the list of server/root.ts. */
export function define<P>({ handler, ...settings }: JobSettings<P>): Job<P> {
  return { ...settings, handle: async (call, data) => handler(call, settings.payload.parse(data)) }
}
