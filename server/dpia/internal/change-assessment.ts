import { eq } from "drizzle-orm"
import { assessmentEditors, assessments } from "@/db/schema/dpia"
import { outdateApprovals } from "@/server/approvals/outdate-approvals"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound, ruleBroken } from "@/server/kernel/errors"
import { assessmentKey } from "../domain/assessment-row"
import { progressOf } from "../domain/completeness"
import { heaviest, riskRows } from "../domain/risk-rows"
import type { AssessmentRecord } from "./assessment-rows"
import { contentOf, loadRows } from "./load-content"

/** The assessment, locked until the end of the command: edits of one assessment follow one another. @throws NOT_FOUND */
export async function lockAssessment(ctx: OpCtx, id: string): Promise<AssessmentRecord> {
  const [row] = await ctx.db
    .select()
    .from(assessments)
    .where(own(ctx, assessments, eq(assessments.id, id)))
    .for("update")
  if (!row) throw notFound("The assessment")
  return row
}

/** The same, for an edit. @throws RULE_BROKEN when it lies in the archive */
export async function openForEdit(ctx: OpCtx, id: string): Promise<AssessmentRecord> {
  const row = await lockAssessment(ctx, id)
  if (row.archivedAt) throw ruleBroken(`${assessmentKey(row.number)} is archived. Reopen it first`)
  return row
}

type Fields = Partial<Omit<AssessmentRecord, "id" | "workspaceId" | "number" | "version" | "lock">>

/**
 * Ends an edit. What was handed in is not changed: a new version begins, and its approval is outdated in this transaction.
 * `wrote` is false for advice, which is no authorship: who gives it may still approve.
 */
export async function finishEdit(
  ctx: OpCtx,
  row: AssessmentRecord,
  changes: Fields = {},
  wrote = true,
): Promise<{ version: number; lock: number }> {
  const { workspaceId, userId } = ctx
  const version = row.submittedVersion === row.version ? row.version + 1 : row.version
  const rows = await loadRows(ctx, row.id)
  const content = contentOf({ ...row, ...changes }, rows)
  await ctx.db
    .update(assessments)
    .set({
      ...changes,
      version,
      lock: row.lock + 1,
      progress: progressOf(content),
      riskWeight: heaviest(riskRows(content, rows.risks)),
      updatedAt: ctx.now,
    })
    .where(own(ctx, assessments, eq(assessments.id, row.id)))
  if (wrote) {
    await ctx.db
      .insert(assessmentEditors)
      .values({ workspaceId, assessmentId: row.id, version, userId, at: ctx.now })
      .onConflictDoNothing()
  }
  if (version !== row.version) {
    await outdateApprovals(ctx, { kind: "dpia", subjectId: row.id, version })
  }
  return { version, lock: row.lock + 1 }
}
