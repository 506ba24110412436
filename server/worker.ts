import { database, refuseUnsafeRole } from "@/db/client"
import { keepQueueRunning } from "./kernel/jobs/keep-queue-running"
import { log } from "./kernel/log"
import { loadSecrets } from "./kernel/secrets"
import { jobs } from "./root"

/** `npm run worker`: works on background jobs beside web nodes that run with PLUMBLINE_WORKER=separate. */
async function start(): Promise<void> {
  if (!process.env.DATABASE_URL) {
    throw new Error(
      "The embedded database belongs to one process: jobs run inside the web server. Set DATABASE_URL.",
    )
  }
  loadSecrets()
  const open = await database()
  await refuseUnsafeRole(open)
  const stopJobs = await keepQueueRunning(database, jobs, { work: true })
  log.info({ jobs: jobs.map((job) => job.name) }, "working on background jobs")
  const stop = async () => {
    await stopJobs()
    await open.close()
    process.exit(0)
  }
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void stop())
}

start().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
})
