import { and, eq, inArray, isNull } from "drizzle-orm"
import { assessmentMeasures } from "@/db/schema/dpia-content"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { invalidField } from "@/server/kernel/errors"
import type { ListEntry } from "../domain/assessment-fields"

/** @throws INVALID for an entry that names a measure which is not one of the assessment. */
export async function checkEntries(
  ctx: OpCtx,
  assessmentId: string,
  entries: readonly ListEntry[],
  path = "changes.list",
): Promise<void> {
  const ids = [...new Set(entries.flatMap(({ measureId }) => measureId ?? []))]
  if (ids.length === 0) return
  const rows = await ctx.db
    .select({ id: assessmentMeasures.id })
    .from(assessmentMeasures)
    .where(
      own(
        ctx,
        assessmentMeasures,
        and(eq(assessmentMeasures.assessmentId, assessmentId), inArray(assessmentMeasures.id, ids)),
        isNull(assessmentMeasures.removedAt),
      ),
    )
  const known = new Set(rows.map(({ id }) => id))
  const index = entries.findIndex(({ measureId }) => measureId !== null && !known.has(measureId))
  if (index >= 0) throw invalidField(`${path}.${index}.measureId`, "Choose a measure of this assessment")
}
