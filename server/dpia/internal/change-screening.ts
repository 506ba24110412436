import { and, eq } from "drizzle-orm"
import { screeningEditors, screenings } from "@/db/schema/screenings"
import { outdateApprovals } from "@/server/approvals/outdate-approvals"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { conflict } from "@/server/kernel/errors"
import { type ScreeningRow, screeningDetails } from "./screening-rows"

type Changes = Partial<
  Pick<
    ScreeningRow,
    | "answers"
    | "notes"
    | "description"
    | "decision"
    | "reason"
    | "occasion"
    | "verdict"
    | "dpoView"
    | "dpoViewBy"
    | "dpoViewAt"
  >
>

/** Notes that the caller wrote in a version: whoever did cannot approve it. */
export async function noteScreeningEditor(ctx: OpCtx, screeningId: string, version: number): Promise<void> {
  const { workspaceId, userId, now: at } = ctx
  await ctx.db
    .insert(screeningEditors)
    .values({ workspaceId, screeningId, version, userId, at })
    .onConflictDoNothing()
}

/** Whoever wrote in the screening up to this version. */
export async function screeningWriters(ctx: OpCtx, screeningId: string): Promise<string[]> {
  const rows = await ctx.db
    .selectDistinct({ userId: screeningEditors.userId })
    .from(screeningEditors)
    .where(own(ctx, screeningEditors, eq(screeningEditors.screeningId, screeningId)))
  return rows.map(({ userId }) => userId)
}

/**
 * Saves changes to a screening under optimistic locking. What was handed in is not changed: a new version begins, and an
 * approval of the earlier one is outdated in this transaction. @throws CONFLICT with the screening as it stands.
 */
export async function changeScreening(
  ctx: OpCtx,
  row: ScreeningRow,
  lock: number,
  changes: Changes,
): Promise<{ version: number; lock: number }> {
  const stale = async () => conflict("The screening", await screeningDetails(ctx, row.id))
  if (row.lock !== lock) throw await stale()
  const version = row.submittedAt === null ? row.version : row.version + 1
  const saved = await ctx.db
    .update(screenings)
    .set({ ...changes, version, lock: lock + 1, submittedAt: null, updatedAt: ctx.now })
    .where(and(own(ctx, screenings, eq(screenings.id, row.id)), eq(screenings.lock, lock)))
    .returning({ id: screenings.id })
  if (saved.length === 0) throw await stale()
  if (version !== row.version) {
    await outdateApprovals(ctx, { kind: "screening", subjectId: row.id, version })
  }
  return { version, lock: lock + 1 }
}
