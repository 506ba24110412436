import { database, refuseUnsafeRole } from "@/db/client"
import { migrate } from "@/db/migrate"
import { installQueue } from "@/server/kernel/jobs/boss"

/** `npm run db:migrate`: brings the tables and the job queue to this version. Run it again as often as you like. */
async function run(): Promise<void> {
  const open = await database()
  try {
    await migrate(open)
    await refuseUnsafeRole(open)
    await installQueue(open)
  } finally {
    await open.close()
  }
  console.log("The database is at the newest version.")
}

run().catch((error) => {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
})
