import { sql } from "drizzle-orm"
import { type DrizzleTransactionLike, fromDrizzle, type PgBoss } from "pg-boss"
import type { OpenDatabase } from "@/db/client"
import { log } from "../log"
import { startBoss } from "./boss"
import type { Job } from "./job"
import { jobCall } from "./job-call"
import { sending, setRunningQueue } from "./running"

/** Jobs that failed for good, of every queue; kept for 90 days. */
const DEAD = "dead"
const NO_JOB = { id: "00000000-0000-0000-0000-000000000000" }

async function declareQueue(boss: PgBoss, job: Job): Promise<void> {
  const { policy = "standard", ...own } = job.queue ?? {}
  const settings = {
    expireInSeconds: 900,
    retryLimit: 2,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 300,
    deleteAfterSeconds: 7 * 86_400,
    notify: true,
    deadLetter: DEAD,
    ...own,
  }
  await boss.createQueue(job.name, { policy, ...settings })
  // Creating an existing queue changes nothing, silently.
  await boss.updateQueue(job.name, settings)
}

/** Every queue must be in the cache before the first send: on PGlite a miss inside a transaction never returns. */
async function declareAll(boss: PgBoss, jobs: readonly Job[]): Promise<void> {
  await boss.createQueue(DEAD, { retentionSeconds: 90 * 86_400 })
  for (const job of jobs) await declareQueue(boss, job)
  for (const job of jobs) await boss.findJobs(job.name, NO_JOB)
}

async function workOn(boss: PgBoss, open: OpenDatabase, job: Job): Promise<void> {
  const settings = { batchSize: 1, pollingIntervalSeconds: 5, notifyPollingIntervalSeconds: 10 }
  const worker: string = await boss.work<object>(job.name, settings, async ([claimed]) => {
    if (!claimed) return
    const started = Date.now()
    try {
      await job.handle(jobCall(open, job.name, claimed.id, claimed.signal), claimed.data ?? {})
      log.info({ job: job.name, ms: Date.now() - started }, "job done")
    } catch (error) {
      log.error({ err: error, job: job.name, attempt: claimed.id }, "job failed")
      throw error
    } finally {
      // Otherwise a backlog drains at one job per polling interval.
      boss.notifyWorker(worker)
    }
  })
  if (job.schedule) {
    const { cron, payload } = job.schedule
    await boss.schedule(job.name, cron, payload as object, { tz: "UTC", missed: "once" })
  }
}

/**
 * Starts the queue on an open database: declares every job, then works on them (`work`) or only sends. One per
 * process. Answers the function that stops it; stop before closing the database.
 */
export async function startQueue(
  open: OpenDatabase,
  jobs: readonly Job[],
  { work }: { work: boolean },
): Promise<() => Promise<void>> {
  const boss = await startBoss(open, work)
  const stop = async () => {
    setRunningQueue(undefined)
    await boss.stop({ graceful: true, timeout: 5_000 })
  }
  try {
    await declareAll(boss, jobs)
    setRunningQueue({
      declared: new Set(jobs.map((job) => job.name)),
      send: (db, name, data, key) =>
        sending().run(true, async () => {
          const transaction = fromDrizzle(db as unknown as DrizzleTransactionLike, sql)
          const id = await boss.send(name, data, { db: transaction, singletonKey: key })
          return id !== null
        }),
    })
    if (work) for (const job of jobs) await workOn(boss, open, job)
    return stop
  } catch (error) {
    await stop().catch(() => {})
    throw error
  }
}
