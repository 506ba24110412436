import { z } from "zod"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { lock, reason } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit } from "./internal/change-assessment"
import { openSeen } from "./internal/open-seen"

/** Goes on against the data protection officer's advice, with the reason. @throws RULE_BROKEN, CONFLICT, NOT_FOUND */
export const overruleAdvice = command("dpia.overruleAdvice", {
  permission: "dpia.edit",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid(), lock, reason }),
  async run(ctx, { id, lock, reason }) {
    const row = await openSeen(ctx, { id, lock })
    if (row.dpoStatus !== 0) throw ruleBroken("There is no advice against it that could be overruled")
    if (row.overruleReason === reason && row.overruledBy === ctx.userId)
      return { id, version: row.version, lock }
    const overruled = { overruleReason: reason, overruledBy: ctx.userId, overruledAt: ctx.now }
    const saved = await finishEdit(ctx, row, overruled)
    ctx.record({
      targets: targetsOf(row),
      summary: `Overruled the data protection officer's advice on ${assessmentKey(row.number)}`,
      reason,
    })
    return { id, ...saved }
  },
})
