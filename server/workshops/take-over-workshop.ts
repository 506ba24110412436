import { sql } from "drizzle-orm"
import { z } from "zod"
import { workshopPeople } from "@/db/schema/workshops"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { mayTakeOver } from "./domain/workshop-rules"
import { absenceOf } from "./internal/absence"
import { changeWorkshop } from "./internal/change-workshop"
import { requireFacilitation } from "./internal/require-lead"
import { fetchWorkshopItems } from "./internal/workshop-items"
import { fetchWorkshop, targetOf } from "./internal/workshop-rows"

/**
 * Makes the caller the facilitator, once the present one has been away for the stated time. Nothing else changes.
 * @throws RULE_BROKEN with the time that is left, NOT_FOUND, FORBIDDEN.
 */
export const takeOverWorkshop = command("workshops.takeOverWorkshop", {
  permission: "workshops.facilitate",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const workshop = await fetchWorkshop(ctx, id, "update")
    requireFacilitation(ctx, await fetchWorkshopItems(ctx, id))
    const verdict = mayTakeOver(workshop, ctx.userId, await absenceOf(ctx, workshop))
    if (!verdict.ok) throw ruleBroken(verdict.reason)
    const note = workshop.facilitator.name
    const change = { facilitatorId: ctx.userId }
    const revision = await changeWorkshop(ctx, workshop, change, { kind: "taken_over", note })
    await ctx.db
      .insert(workshopPeople)
      .values({ workspaceId: ctx.workspaceId, workshopId: id, userId: ctx.userId, joinedAt: ctx.now })
      .onConflictDoUpdate({
        target: [workshopPeople.workspaceId, workshopPeople.workshopId, workshopPeople.userId],
        set: { joinedAt: sql`coalesce(${workshopPeople.joinedAt}, excluded.joined_at)` },
      })
    ctx.record({
      targets: [targetOf(workshop)],
      summary: `Took over the workshop “${workshop.title}” from ${workshop.facilitator.name}, who was away`,
      before: { facilitator: workshop.facilitator.name },
      after: { facilitator: ctx.caller.user?.name ?? ctx.caller.actor.name },
    })
    return { revision }
  },
})
