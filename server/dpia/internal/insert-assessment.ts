import { max } from "drizzle-orm"
import { assessmentEditors, assessments } from "@/db/schema/dpia"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { NO_CONSULTATION } from "../domain/consultation"

type Row = typeof assessments.$inferInsert
type Given = Pick<Row, "name" | "productId" | "authorId"> & Partial<Row>

const EMPTY = {
  category: "",
  authorName: "",
  evaluatorName: "",
  validatorName: "",
  dpoNames: "",
  dpoOpinion: "",
  overruleReason: "",
  peopleNames: "",
  peopleOpinion: "",
  peopleReason: "",
  rejectionReason: "",
  adjustments: "",
  consultation: NO_CONSULTATION,
}

/** A new assessment with the next number. Two people may create at the same moment: the second looks again. */
export async function insertAssessment(ctx: OpCtx, given: Given): Promise<{ id: string; number: number }> {
  const { workspaceId, userId, now } = ctx
  const id = newId()
  const times = { createdBy: userId, createdAt: now, updatedAt: now }
  for (let attempt = 0; attempt < 8; attempt++) {
    const [last] = await ctx.db
      .select({ number: max(assessments.number) })
      .from(assessments)
      .where(own(ctx, assessments))
    const number = (last?.number ?? 0) + 1
    const made = await ctx.db
      .insert(assessments)
      .values({ ...EMPTY, ...given, ...times, workspaceId, id, number })
      .onConflictDoNothing()
      .returning({ id: assessments.id })
    if (made.length === 0) continue
    await ctx.db
      .insert(assessmentEditors)
      .values({ workspaceId, assessmentId: id, version: 1, userId, at: now })
    return { id, number }
  }
  throw ruleBroken("Too many people create assessments right now; try again")
}
