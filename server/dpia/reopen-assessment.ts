import { z } from "zod"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { reason } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit, lockAssessment } from "./internal/change-assessment"

/**
 * Takes up again what was handed in, refused or archived: a new version begins, and an approval of the earlier one is
 * outdated. @throws RULE_BROKEN while it is being written, NOT_FOUND.
 */
export const reopenAssessment = command("dpia.reopenAssessment", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid(), reason }),
  async run(ctx, { id, reason }) {
    const row = await lockAssessment(ctx, id)
    const key = assessmentKey(row.number)
    if (row.archivedAt === null && row.submittedVersion !== row.version) {
      throw ruleBroken(`${key} is being written already`)
    }
    const saved = await finishEdit(ctx, row, { archivedAt: null, archivedBy: null, archiveReason: null })
    ctx.record({ targets: targetsOf(row), summary: `Reopened ${key}, version ${saved.version}`, reason })
    return { id, ...saved }
  },
})
