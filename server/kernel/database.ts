import { and, eq, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { type Db, type OpenDatabase, rowsOf } from "@/db/client"
import { asUnavailable, sqlState } from "./errors"
import { fixedStatement } from "./fixed-statement"

export type { Db } from "@/db/client"
export { rowsOf } from "@/db/client"

type TenantTable = { workspaceId: PgColumn }

/** The condition every query of a tenant table starts with: this workspace's rows, and further conditions. */
export function own(ctx: { workspaceId: string }, table: TenantTable, ...more: (SQL | undefined)[]): SQL {
  return and(eq(table.workspaceId, ctx.workspaceId), ...more)!
}

export type Access = "read" | "write"

const ENTER = "select set_config('role', 'plumbline_app', true), set_config('app.workspace_id', $1, true)"

/** Makes the transaction act as the app role inside one workspace, where row-level security holds. */
const enter: Record<Access, (workspaceId: string) => SQL> = {
  write: fixedStatement(ENTER),
  read: fixedStatement(`${ENTER}, set_config('transaction_read_only', 'on', true)`),
}

export async function enterWorkspace(db: Db, workspaceId: string): Promise<void> {
  await db.execute(enter.write(workspaceId))
}

const MUST_RETRY = new Set(["40001", "40P01"])

/** Runs `work` in one transaction inside a workspace (null: as the connection's own role). Deadlocks are tried again. */
export async function inTransaction<T>(
  open: OpenDatabase,
  workspaceId: string | null,
  access: Access,
  work: (db: Db) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await open.db.transaction(async (tx) => {
        const db = tx as unknown as Db
        if (workspaceId === null) return work(db)
        // Not awaited before the work: the driver sends both in one go, in this order.
        const entered = db.execute(enter[access](workspaceId)).then(() => undefined)
        const [result] = await Promise.all([work(db), entered])
        return result
      })
    } catch (error) {
      if (attempt < 3 && MUST_RETRY.has(sqlState(error) ?? "")) continue
      throw asUnavailable(error)
    }
  }
}

/**
 * How many transaction ids are held: none before the transaction writes or locks a row, then one, and one more inside each
 * savepoint that does.
 */
export async function idsHeld(db: Db): Promise<number> {
  const [row] = await rowsOf<{ held: number }>(
    db,
    sql`select count(*)::int as held from pg_locks
      where pid = pg_backend_pid() and locktype = 'transactionid' and mode = 'ExclusiveLock'`,
  )
  return row?.held ?? 0
}

/**
 * True when something was written so far, in a savepoint since `heldBefore` ids were held. A locked row takes an id too, but
 * only writing holds RowExclusiveLock on a table until the end: a row locked and left as it was is no change.
 */
export async function hasWritten(db: Db, heldBefore = 0): Promise<boolean> {
  const [row] = await rowsOf<{ wrote: boolean }>(
    db,
    sql`select case when pg_current_xact_id_if_assigned() is null then false else exists (select from pg_locks
        where pid = pg_backend_pid() and locktype = 'relation' and mode = 'RowExclusiveLock') end as wrote`,
  )
  if (!row?.wrote) return false
  return heldBefore === 0 || (await idsHeld(db)) > heldBefore
}
