import { eq, isNull } from "drizzle-orm"
import { keyResults, objectives } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { invalidField, notFound } from "@/server/kernel/errors"

type Goal = { objectiveId?: string | null | undefined; keyResultId?: string | null | undefined }

/**
 * The objective an initiative works for; a key result names its objective by itself. @throws NOT_FOUND; INVALID when the
 * key result belongs to another objective.
 */
export async function objectiveOfGoal(ctx: OpCtx, { objectiveId, keyResultId }: Goal) {
  let wanted = objectiveId
  if (keyResultId) {
    const [row] = await ctx.db
      .select({ objectiveId: keyResults.objectiveId })
      .from(keyResults)
      .where(own(ctx, keyResults, eq(keyResults.id, keyResultId), isNull(keyResults.droppedAt)))
    if (!row) throw notFound("The key result")
    if (objectiveId && row.objectiveId !== objectiveId)
      throw invalidField("keyResultId", "Choose a key result of the same objective")
    wanted = row.objectiveId
  }
  if (!wanted) return null
  const [objective] = await ctx.db
    .select({ id: objectives.id, number: objectives.number, title: objectives.title })
    .from(objectives)
    .where(own(ctx, objectives, eq(objectives.id, wanted)))
  if (!objective) throw notFound("The objective")
  return objective
}
