import { z } from "zod"
import { workshopPeople } from "@/db/schema/workshops"
import { ruleBroken } from "@/server/kernel/errors"
import { publish } from "@/server/kernel/live/publish"
import { command } from "@/server/kernel/operation"
import { isOpen, topicOf } from "./domain/workshop"
import { ENDED } from "./domain/workshop-rules"
import { findOwnSeat } from "./internal/participant"
import { fetchWorkshopItems, readableItems } from "./internal/workshop-items"
import { fetchWorkshop, targetOf } from "./internal/workshop-rows"

/** Joins as a participant; a second time changes nothing. @throws RULE_BROKEN when it is over, NOT_FOUND, FORBIDDEN. */
export const joinWorkshop = command("workshops.joinWorkshop", {
  permission: "scoring.score",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const workshop = await fetchWorkshop(ctx, id, "share")
    readableItems(ctx, await fetchWorkshopItems(ctx, id))
    if (!isOpen(workshop.phase)) throw ruleBroken(ENDED)
    if ((await findOwnSeat(ctx, id))?.joinedAt) return { joined: false }
    await ctx.db
      .insert(workshopPeople)
      .values({ workspaceId: ctx.workspaceId, workshopId: id, userId: ctx.userId, joinedAt: ctx.now })
      .onConflictDoUpdate({
        target: [workshopPeople.workspaceId, workshopPeople.workshopId, workshopPeople.userId],
        set: { joinedAt: ctx.now },
      })
    await publish(ctx, topicOf(id), { kind: "people" })
    ctx.record({ targets: [targetOf(workshop)], summary: `Joined the workshop “${workshop.title}”` })
    return { joined: true }
  },
})
