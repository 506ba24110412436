import { z } from "zod"
import { invalidField, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { changeWorkshop } from "./internal/change-workshop"
import { fetchToLead } from "./internal/require-lead"
import { targetOf } from "./internal/workshop-rows"

/** Puts one item on every screen for discussion; null takes it off again. The timer stops. */
export const focusItem = command("workshops.focusItem", {
  permission: "workshops.facilitate",
  at: "rows",
  input: z.object({ id: z.uuid(), itemId: z.uuid().nullable() }),
  async run(ctx, { id, itemId }) {
    const { workshop, rows } = await fetchToLead(ctx, id)
    if (workshop.phase !== "discussing") throw ruleBroken("Items are discussed once the scores are revealed")
    const item = rows.find((row) => row.itemId === itemId)
    if (itemId && !item) throw invalidField("itemId", "Choose an item of this workshop")
    if (workshop.focusItemId === itemId && workshop.timerEndsAt === null)
      return { revision: workshop.revision }
    const revision = await changeWorkshop(ctx, workshop, { focusItemId: itemId, timerEndsAt: null })
    ctx.record({
      targets: [targetOf(workshop)],
      summary: item
        ? `Opened ${item.key} for discussion in the workshop “${workshop.title}”`
        : `Closed the discussed item in the workshop “${workshop.title}”`,
    })
    return { revision }
  },
})
