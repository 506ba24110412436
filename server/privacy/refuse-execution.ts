import { z } from "zod"
import { retentionOutcomes } from "@/db/schema/privacy-retention"
import { newId } from "@/server/kernel/domain/id"
import { conflict, invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { dateProblem, refusalFields } from "./domain/retention-rule"
import { assetNamed } from "./internal/asset-named"
import { scopeOfAssignment } from "./internal/assignment-scope"
import { lockAssignment, today } from "./internal/retention-rows"

/** Puts a due date off to a later day, with the reason. @throws CONFLICT when it has been answered already. */
export const refuseExecution = command("privacy.refuseExecution", {
  permission: "retention.execute",
  at: (ctx, input) => scopeOfAssignment(ctx, input.assignmentId),
  input: refusalFields.extend({ dueOn: z.iso.date() }),
  async run(ctx, { assignmentId, dueOn, deferredTo, reason }) {
    const row = await lockAssignment(ctx, assignmentId)
    if (row.dueOn !== dueOn) throw conflict("This due date", row)
    const problem = dateProblem("deferred", deferredTo, today(ctx))
    if (problem) throw invalidField("deferredTo", problem)
    const asset = await assetNamed(ctx, row.asset.id)
    await ctx.db.insert(retentionOutcomes).values({
      id: newId(),
      workspaceId: ctx.workspaceId,
      assignmentId,
      outcome: "refused",
      dueOn,
      doneOn: today(ctx),
      evidence: "",
      link: "",
      reason,
      deferredTo,
      recordedBy: ctx.userId,
      recordedAt: ctx.now,
    })
    ctx.record({
      targets: asset.targets,
      summary: `Put off the rule ${row.rule.name} for ${asset.name} from ${dueOn} to ${deferredTo}`,
      before: { dueOn },
      after: { dueOn: deferredTo },
      reason,
    })
    return { assignmentId }
  },
})
