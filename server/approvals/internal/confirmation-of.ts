import { sql } from "drizzle-orm"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import type { Confirmation } from "../domain/confirmation"

type Row = { confirm_for: string | null; asked: string | null; by: Confirmation["by"]; at: string | null }

const iso = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

/** How the caller's session proved again who they are; null without a session. The app role asks by a function. */
export async function confirmationOf(ctx: OpCtx): Promise<Confirmation | null> {
  const { sessionId } = ctx.caller
  if (sessionId === null) return null
  const [row] = await rowsOf<Row>(
    ctx.db,
    sql`select confirm_for, ${iso("asked_at")} as asked, confirmed_by as by, ${iso("confirmed_at")} as at
      from session_confirmation(${sessionId}::uuid, ${ctx.userId}::uuid)`,
  )
  return row ? { confirmFor: row.confirm_for, askedAt: row.asked, by: row.by, at: row.at } : null
}
