import { z } from "zod"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { isOpen, TIMER } from "./domain/workshop"
import { changeWorkshop } from "./internal/change-workshop"
import { fetchToLead } from "./internal/require-lead"
import { targetOf } from "./internal/workshop-rows"

/**
 * Starts the timer, adds to what is left of it, or stops it (0). Seconds; every screen counts to the same server time.
 * @throws RULE_BROKEN outside scoring and discussion, NOT_FOUND, FORBIDDEN.
 */
export const setTimer = command("workshops.setTimer", {
  permission: "workshops.facilitate",
  at: "rows",
  input: z.object({ id: z.uuid(), add: z.number().int().min(0).max(TIMER.most) }),
  async run(ctx, { id, add }) {
    const { workshop } = await fetchToLead(ctx, id)
    if (!isOpen(workshop.phase) || workshop.phase === "lobby")
      throw ruleBroken("The timer runs while people score, discuss or decide")
    if (add === 0 && workshop.timerEndsAt === null) return { revision: workshop.revision, timerEndsAt: null }
    const now = Date.parse(ctx.now)
    const from = Math.max(now, workshop.timerEndsAt ? Date.parse(workshop.timerEndsAt) : 0)
    const until = Math.min(from + add * 1000, now + TIMER.most * 1000)
    const timerEndsAt = add === 0 ? null : new Date(until).toISOString()
    const revision = await changeWorkshop(ctx, workshop, { timerEndsAt })
    ctx.record({
      targets: [targetOf(workshop)],
      summary: timerEndsAt
        ? `Set the timer of the workshop “${workshop.title}” to ${Math.round((until - now) / 1000)} seconds`
        : `Stopped the timer of the workshop “${workshop.title}”`,
    })
    return { revision, timerEndsAt }
  },
})
