import type { OpenDatabase } from "@/db/client"
import { asUnavailable, PlumblineError } from "../errors"
import { log } from "../log"
import type { Job } from "./job"
import { startQueue } from "./start-queue"

const AGAIN_AFTER_MS = 5_000

/** False on nodes that only send because `npm run worker` runs elsewhere (PLUMBLINE_WORKER=separate). */
export const worksInProcess = () => process.env.PLUMBLINE_WORKER !== "separate"

/**
 * Starts the queue and, while the database cannot be reached, tries again every five seconds: the web server starts
 * without its database and recovers by itself. Answers the function that stops it.
 */
export async function keepQueueRunning(
  database: () => Promise<OpenDatabase>,
  jobs: readonly Job[],
  { work = worksInProcess() }: { work?: boolean } = {},
): Promise<() => Promise<void>> {
  let stopQueue: (() => Promise<void>) | undefined
  let again: NodeJS.Timeout | undefined
  let stopped = false

  async function attempt(): Promise<void> {
    try {
      const started = await startQueue(await database(), jobs, { work })
      if (stopped) await started()
      else stopQueue = started
    } catch (error) {
      const known = asUnavailable(error) instanceof PlumblineError
      log[known ? "warn" : "error"]({ err: error }, "background jobs could not start; trying again")
      if (!stopped) again = setTimeout(() => void attempt(), AGAIN_AFTER_MS)
    }
  }

  await attempt()
  return async () => {
    stopped = true
    clearTimeout(again)
    await stopQueue?.()
  }
}
