import { z } from "zod"
import { reorderItems } from "@/server/backlog/reorder-items"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { WORKSHOP_LIMITS } from "./domain/workshop"
import { changeWorkshop } from "./internal/change-workshop"
import { fetchWorkshopItems, readableItems } from "./internal/workshop-items"
import { fetchWorkshop, targetOf } from "./internal/workshop-rows"

/**
 * Makes the decided order the order of the backlog: the items trade their places, those that are gone or archived left
 * out. `changeId` is what `backlog.undoReorder` takes back; null when the order was so already.
 * @throws RULE_BROKEN without a decision, NOT_FOUND, FORBIDDEN.
 */
export const adoptWorkshopOrder = command("workshops.adoptWorkshopOrder", {
  permission: "backlog.rank",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const workshop = await fetchWorkshop(ctx, id, "update")
    const rows = readableItems(ctx, await fetchWorkshopItems(ctx, id))
    if (workshop.phase !== "closed") throw ruleBroken("Only a decided order can be adopted")
    const last = WORKSHOP_LIMITS.items + 1
    const order = rows
      .filter(({ fate }) => fate === "here")
      .sort((a, b) => (a.finalRank ?? last) - (b.finalRank ?? last) || a.place - b.place)
    if (order.length === 0) throw ruleBroken("None of these items is in the backlog any more")
    const { changeId, changed } = await reorderItems(ctx, {
      items: order.map(({ itemId }) => ({ id: itemId })),
      reason: `Decided in the workshop “${workshop.title}”`,
    })
    if (changeId === null && workshop.adoptedAt)
      return { changeId, changed, items: order.length, revision: workshop.revision }
    const change = { orderChangeId: changeId, adoptedAt: ctx.now, adoptedBy: ctx.userId }
    const revision = await changeWorkshop(ctx, workshop, change, { kind: "adopted" })
    ctx.record({
      targets: [targetOf(workshop)],
      summary: `Adopted the order of the workshop “${workshop.title}” for ${order.length} items`,
      after: { changeId, moved: changed },
    })
    return { changeId, changed, items: order.length, revision }
  },
})
