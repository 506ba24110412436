import { z } from "zod"
import { workshopPeople } from "@/db/schema/workshops"
import { ruleBroken } from "@/server/kernel/errors"
import { publish } from "@/server/kernel/live/publish"
import { command } from "@/server/kernel/operation"
import { topicOf, WORKSHOP_LIMITS } from "./domain/workshop"
import { mayDissent } from "./domain/workshop-rules"
import { expectJoined, ownSeat } from "./internal/participant"
import { fetchWorkshopItems, readableItems } from "./internal/workshop-items"
import { fetchWorkshop, targetOf } from "./internal/workshop-rows"

/** Records, changes or (empty) takes back the caller's own dissent. It becomes part of the record. */
export const recordDissent = command("workshops.recordDissent", {
  permission: "scoring.score",
  at: "rows",
  input: z.object({ id: z.uuid(), text: z.string().trim().max(WORKSHOP_LIMITS.dissent) }),
  async run(ctx, { id, text }) {
    const workshop = await fetchWorkshop(ctx, id, "share")
    readableItems(ctx, await fetchWorkshopItems(ctx, id))
    const verdict = mayDissent(workshop)
    if (!verdict.ok) throw ruleBroken(verdict.reason)
    const seat = await expectJoined(ctx, id)
    if ((seat.dissent ?? "") === text) return { dissent: seat.dissent }
    await ctx.db
      .update(workshopPeople)
      .set({ dissent: text || null, dissentAt: text ? ctx.now : null })
      .where(ownSeat(ctx, id))
    await publish(ctx, topicOf(id), { kind: "people" })
    ctx.record({
      targets: [targetOf(workshop)],
      summary: text
        ? `Recorded a dissent in the workshop “${workshop.title}”`
        : `Took a dissent back in the workshop “${workshop.title}”`,
      before: { dissent: seat.dissent },
      after: { dissent: text || null },
    })
    return { dissent: text || null }
  },
})
