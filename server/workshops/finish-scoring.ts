import { z } from "zod"
import { workshopPeople } from "@/db/schema/workshops"
import { ruleBroken } from "@/server/kernel/errors"
import { publish } from "@/server/kernel/live/publish"
import { command } from "@/server/kernel/operation"
import { LAST_ROUND, topicOf } from "./domain/workshop"
import { mayEnter } from "./domain/workshop-rules"
import { expectJoined, ownSeat } from "./internal/participant"
import { fetchWorkshopItems, readableItems } from "./internal/workshop-items"
import { fetchWorkshop, targetOf } from "./internal/workshop-rows"

/** Says that the caller has finished the round, or takes it back. Items left out count as an abstention. */
export const finishScoring = command("workshops.finishScoring", {
  permission: "scoring.score",
  at: "rows",
  input: z.object({
    id: z.uuid(),
    round: z.number().int().min(1).max(LAST_ROUND),
    finished: z.boolean().default(true),
  }),
  async run(ctx, { id, round, finished }) {
    const workshop = await fetchWorkshop(ctx, id, "share")
    readableItems(ctx, await fetchWorkshopItems(ctx, id))
    const verdict = mayEnter(workshop, round)
    if (!verdict.ok) throw ruleBroken(verdict.reason)
    const finishedRound = finished ? round : round - 1
    const seat = await expectJoined(ctx, id)
    if (seat.finishedRound === finishedRound) return { finished }
    await ctx.db.update(workshopPeople).set({ finishedRound }).where(ownSeat(ctx, id))
    await publish(ctx, topicOf(id), { kind: "people" })
    ctx.record({
      targets: [targetOf(workshop)],
      summary: `${finished ? "Finished" : "Reopened"} own scoring in round ${round} of the workshop “${workshop.title}”`,
    })
    return { finished }
  },
})
