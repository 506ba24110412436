import { accessReviewDecisions } from "@/db/schema/access"
import type { OpCtx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"

const ROWS_AT_ONCE = 500

type Said = Omit<typeof accessReviewDecisions.$inferInsert, "workspaceId" | "id" | "lineId">

/** Writes the same decision onto each of the lines. */
export async function writeDecisions(ctx: OpCtx, lineIds: readonly string[], said: Said): Promise<void> {
  const { workspaceId } = ctx
  for (let from = 0; from < lineIds.length; from += ROWS_AT_ONCE) {
    const some = lineIds.slice(from, from + ROWS_AT_ONCE)
    await ctx.db
      .insert(accessReviewDecisions)
      .values(some.map((lineId) => ({ workspaceId, id: newId(Date.parse(ctx.now)), lineId, ...said })))
  }
}
