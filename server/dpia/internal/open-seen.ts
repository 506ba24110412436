import type { OpCtx } from "@/server/kernel/context"
import { conflict } from "@/server/kernel/errors"
import { assessmentDetails } from "./assessment-details"
import type { AssessmentRecord } from "./assessment-rows"
import { openForEdit } from "./change-assessment"

/**
 * The assessment for an edit of what the editor saw, locked until the end of the command.
 * @throws CONFLICT with it as it stands, RULE_BROKEN when it lies in the archive, NOT_FOUND
 */
export async function openSeen(
  ctx: OpCtx,
  { id, lock }: { id: string; lock: number },
): Promise<AssessmentRecord> {
  const row = await openForEdit(ctx, id)
  if (row.lock !== lock) throw conflict("The assessment", await assessmentDetails(ctx, row))
  return row
}
