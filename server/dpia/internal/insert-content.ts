import type { PgTable } from "drizzle-orm/pg-core"
import {
  assessmentAnswers,
  assessmentComments,
  assessmentEvaluations,
  assessmentMeasures,
} from "@/db/schema/dpia-content"
import type { OpCtx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import type { AssessmentContent } from "../domain/content"

/** As many rows as fit into one statement, whose parameters are counted in 16 bits. */
const AT_ONCE = 500

async function insertAll<T extends PgTable>(ctx: OpCtx, table: T, rows: T["$inferInsert"][]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    await ctx.db.insert(table).values(rows.slice(at, at + AT_ONCE) as never)
  }
}

/** Writes the lists of an imported assessment. Names in it stay text: nobody is taken for its author or its judge. */
export async function insertContent(
  ctx: OpCtx,
  assessmentId: string,
  content: AssessmentContent,
): Promise<void> {
  const { workspaceId, userId: updatedBy, now: updatedAt } = ctx
  const mine = { workspaceId, assessmentId }
  const written = { ...mine, updatedBy, updatedAt }
  await insertAll(
    ctx,
    assessmentMeasures,
    content.measures.map((one) => ({ ...one, ...written })),
  )
  await insertAll(
    ctx,
    assessmentAnswers,
    content.answers.map((one) => ({ ...one, ...written })),
  )
  await insertAll(
    ctx,
    assessmentEvaluations,
    content.evaluations.map(({ residual, ...one }) => ({ ...one, ...residual, ...mine, evaluatedBy: null })),
  )
  // Their ids keep the order of the file.
  const first = Date.parse(ctx.now)
  await insertAll(
    ctx,
    assessmentComments,
    content.comments.map((one, index) => ({ ...one, ...mine, id: newId(first + index), authorId: null })),
  )
}
