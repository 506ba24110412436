import { isDeepStrictEqual } from "node:util"
import { eq } from "drizzle-orm"
import { assessments } from "@/db/schema/dpia"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { assessmentKey } from "../domain/assessment-row"
import { type AssessmentRecord, targetsOf } from "./assessment-rows"

/**
 * Saves what stands beside the assessment and is no part of what is signed: no version begins and no approval is outdated.
 * `summary` goes before the assessment's key. What stands there already is not saved again.
 */
export async function recordBeside<F extends "consultation" | "dossier">(
  ctx: OpCtx,
  row: AssessmentRecord,
  field: F,
  { before, after, summary }: { before: AssessmentRecord[F]; after: AssessmentRecord[F]; summary: string },
): Promise<{ id: string; version: number; lock: number }> {
  const { id, version, lock } = row
  if (isDeepStrictEqual(before, after)) return { id, version, lock }
  await ctx.db
    .update(assessments)
    .set({ [field]: after, lock: lock + 1, updatedAt: ctx.now })
    .where(own(ctx, assessments, eq(assessments.id, id)))
  ctx.record({ targets: targetsOf(row), summary: `${summary} ${assessmentKey(row.number)}`, before, after })
  return { id, version, lock: lock + 1 }
}
