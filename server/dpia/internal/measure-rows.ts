import { and, eq, isNull } from "drizzle-orm"
import { assessmentAnswers, assessmentMeasures, assessmentRisks } from "@/db/schema/dpia-content"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { conflict, notFound } from "@/server/kernel/errors"
import type { ListEntry } from "../domain/assessment-fields"

type MeasureRecord = typeof assessmentMeasures.$inferSelect

/** A measure of this assessment as the editor saw it. @throws NOT_FOUND, CONFLICT with the measure as it stands */
export async function fetchMeasure(
  ctx: OpCtx,
  assessmentId: string,
  id: string,
  version: number,
): Promise<MeasureRecord> {
  const [row] = await ctx.db
    .select()
    .from(assessmentMeasures)
    .where(
      own(
        ctx,
        assessmentMeasures,
        and(eq(assessmentMeasures.assessmentId, assessmentId), eq(assessmentMeasures.id, id)),
        isNull(assessmentMeasures.removedAt),
      ),
    )
  if (!row) throw notFound("The measure")
  const { title, content, kind } = row
  if (row.version !== version)
    throw conflict("The measure", { id, title, content, kind, version: row.version })
  return row
}

/** Changes every list entry that names a measure; the entries of other measures stay as they are. */
export async function rewriteEntries(
  ctx: OpCtx,
  assessmentId: string,
  measureId: string,
  rewrite: (entry: ListEntry) => ListEntry,
): Promise<void> {
  const change = (entries: ListEntry[]) =>
    entries.map((entry) => (entry.measureId === measureId ? rewrite(entry) : entry))
  const names = (entries: ListEntry[]) => entries.some((entry) => entry.measureId === measureId)
  const answers = await ctx.db
    .select()
    .from(assessmentAnswers)
    .where(own(ctx, assessmentAnswers, eq(assessmentAnswers.assessmentId, assessmentId)))
  for (const { questionId, list, version } of answers.filter((answer) => names(answer.list))) {
    await ctx.db
      .update(assessmentAnswers)
      .set({ list: change(list), version: version + 1, updatedBy: ctx.userId, updatedAt: ctx.now })
      .where(
        own(
          ctx,
          assessmentAnswers,
          and(eq(assessmentAnswers.assessmentId, assessmentId), eq(assessmentAnswers.questionId, questionId)),
        ),
      )
  }
  const risks = await ctx.db
    .select()
    .from(assessmentRisks)
    .where(own(ctx, assessmentRisks, eq(assessmentRisks.assessmentId, assessmentId)))
  for (const { id, fields, version } of risks) {
    if (!fields || !names(fields.measures)) continue
    await ctx.db
      .update(assessmentRisks)
      .set({ fields: { ...fields, measures: change(fields.measures) }, version: version + 1 })
      .where(own(ctx, assessmentRisks, eq(assessmentRisks.id, id)))
  }
}
