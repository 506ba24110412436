import { z } from "zod"
import { command } from "@/server/kernel/operation"
import { WORKSHOP_LIMITS } from "./domain/workshop"
import { changeWorkshop } from "./internal/change-workshop"
import { fetchToLead } from "./internal/require-lead"
import { targetOf } from "./internal/workshop-rows"

/** Ends a workshop without a decision, with the reason. What was revealed stays readable; no score is written. */
export const endWorkshop = command("workshops.endWorkshop", {
  permission: "workshops.facilitate",
  at: "rows",
  input: z.object({
    id: z.uuid(),
    reason: z.string().trim().min(1, "Say why it ends without a decision").max(WORKSHOP_LIMITS.reason),
  }),
  async run(ctx, { id, reason }) {
    const { workshop } = await fetchToLead(ctx, id)
    const change = { phase: "ended" as const, timerEndsAt: null, focusItemId: null, closedAt: ctx.now }
    const revision = await changeWorkshop(ctx, workshop, change, { kind: "ended", note: reason })
    ctx.record({
      targets: [targetOf(workshop)],
      summary: `Ended the workshop “${workshop.title}” without a decision`,
      before: { phase: workshop.phase },
      after: { phase: "ended" },
      reason,
    })
    return { revision }
  },
})
