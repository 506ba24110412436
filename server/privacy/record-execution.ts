import { z } from "zod"
import { retentionOutcomes } from "@/db/schema/privacy-retention"
import { newId } from "@/server/kernel/domain/id"
import { conflict, invalidField, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { dateProblem, executionFields, mayExecute, RETENTION_DONE } from "./domain/retention-rule"
import { assetNamed } from "./internal/asset-named"
import { scopeOfAssignment } from "./internal/assignment-scope"
import { lockAssignment, today } from "./internal/retention-rows"

/**
 * Records with evidence that data which was due has been dealt with. `dueOn` is the date that the reader saw.
 * @throws RULE_BROKEN under a legal hold, CONFLICT when the due date has been answered already.
 */
export const recordExecution = command("privacy.recordExecution", {
  permission: "retention.execute",
  at: (ctx, input) => scopeOfAssignment(ctx, input.assignmentId),
  input: executionFields.extend({ dueOn: z.iso.date() }),
  async run(ctx, { assignmentId, dueOn, doneOn, count, evidence, link, note }) {
    const row = await lockAssignment(ctx, assignmentId)
    if (row.dueOn !== dueOn) throw conflict("This due date", row)
    const allowed = mayExecute(row.rule.action, row.state === "held")
    if (!allowed.ok) throw ruleBroken(allowed.reason)
    const problem = dateProblem("done", doneOn, today(ctx))
    if (problem) throw invalidField("doneOn", problem)
    if (doneOn < row.startOn) throw invalidField("doneOn", "The day lies before the data began")
    const asset = await assetNamed(ctx, row.asset.id)
    await ctx.db.insert(retentionOutcomes).values({
      id: newId(),
      workspaceId: ctx.workspaceId,
      assignmentId,
      outcome: "executed",
      dueOn,
      doneOn,
      count,
      evidence,
      link,
      reason: note,
      recordedBy: ctx.userId,
      recordedAt: ctx.now,
    })
    ctx.record({
      targets: asset.targets,
      summary: `${RETENTION_DONE[row.rule.action]} ${count.toLocaleString("en")} records of ${asset.name} by the rule ${row.rule.name}`,
      after: { dueOn, doneOn, count, evidence, link },
      ...(note && { reason: note }),
    })
    return { assignmentId }
  },
})
