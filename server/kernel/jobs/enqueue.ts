import type { OpCtx } from "../context"
import { PlumblineError } from "../errors"
import type { Job } from "./job"
import { runningQueue } from "./running"

/**
 * Sends a job inside the operation's transaction: it exists when the operation commits, and not when it rolls back.
 * `key` is what a queue with the policy exclusive or short keeps apart.
 * @throws UNAVAILABLE while the queue is not running; Error for a job that server/root.ts does not list.
 */
export async function enqueue<P extends object>(
  ctx: OpCtx,
  job: Job<P>,
  payload: P,
  key?: string,
): Promise<"queued" | "already queued"> {
  if (!ctx.db) throw new Error(`Enqueue ${job.name} inside an operation, with its context`)
  const queue = runningQueue()
  if (!queue)
    throw new PlumblineError("UNAVAILABLE", "Background jobs are not running yet. Try again shortly.")
  if (!queue.declared.has(job.name)) throw new Error(`The job ${job.name} is not listed in server/root.ts`)
  const sent = await queue.send(ctx.db, job.name, job.payload.parse(payload), key)
  return sent ? "queued" : "already queued"
}
