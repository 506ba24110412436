import { sql } from "drizzle-orm"
import { type ConstructorOptions, fromPglite, PgBoss, type Db as QueueDb } from "pg-boss"
import type { OpenDatabase } from "@/db/client"
import { rowsOf } from "../database"
import { log } from "../log"
import { sending } from "./running"

function refuseInsideOperation(db: QueueDb): QueueDb {
  return {
    ...db,
    executeSql: async (text, values) => {
      if (sending().getStore()) throw new Error("The job queue was used outside the operation's transaction")
      return db.executeSql(text, values)
    },
  }
}

function connection(open: OpenDatabase): ConstructorOptions {
  return open.pglite
    ? { db: refuseInsideOperation(fromPglite(open.pglite)), backend: "pglite" }
    : { connectionString: open.url, max: 4, application_name: "plumbline-jobs" }
}

/** A pg-boss on our database, not started. `work` false: it only sends, and expects the schema to be there. */
export function newBoss(open: OpenDatabase, work: boolean): PgBoss {
  const boss = new PgBoss({
    ...connection(open),
    migrate: work,
    supervise: work,
    schedule: work,
    useListenNotify: work,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    maintenanceIntervalSeconds: 3600,
    cronMonitorIntervalSeconds: 10,
    cronWorkerIntervalSeconds: 2,
  })
  // An error that nobody listens to ends the process.
  boss.on("error", (error) => log.warn({ err: error }, "job queue"))
  boss.on("warning", (warning) => log.warn({ warning }, "job queue"))
  return boss
}

/** Lets operations send, and no more: they cannot fetch, complete or see payloads. */
async function grantSending(open: OpenDatabase): Promise<void> {
  const [app] = await rowsOf<{ may: boolean }>(
    open.db,
    sql`select has_schema_privilege('plumbline_app', 'pgboss', 'usage')
      and has_table_privilege('plumbline_app', 'pgboss.job_common', 'insert')
      and has_table_privilege('plumbline_app', 'pgboss.queue', 'select') as may`,
  )
  if (app?.may) return
  await open.db.execute(sql.raw("grant usage on schema pgboss to plumbline_app"))
  await open.db.execute(
    sql.raw("grant insert, select (id, start_after) on pgboss.job_common to plumbline_app"),
  )
  await open.db.execute(sql.raw("grant select on pgboss.queue to plumbline_app"))
}

/** Starts the boss; with `work` it installs or upgrades its schema first. */
export async function startBoss(open: OpenDatabase, work: boolean): Promise<PgBoss> {
  const boss = newBoss(open, work)
  try {
    await boss.start()
    if (work) await grantSending(open)
    return boss
  } catch (error) {
    await boss.stop({ graceful: false }).catch(() => {})
    throw error
  }
}

/** Creates or upgrades the queue's tables; part of `npm run db:migrate`, so that nodes which only send find them. */
export async function installQueue(open: OpenDatabase): Promise<void> {
  const boss = await startBoss(open, true)
  await boss.stop({ graceful: false })
}
