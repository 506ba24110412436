import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { fetchWorkshopItems, readableItems } from "./internal/workshop-items"
import { fetchWorkshop } from "./internal/workshop-rows"

/** Whether the caller may keep a workshop open, and its present revision: what the live stream asks. */
export const watchWorkshop = query("workshops.watchWorkshop", {
  permission: "scoring.read",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const { revision } = await fetchWorkshop(ctx, id)
    readableItems(ctx, await fetchWorkshopItems(ctx, id))
    return { revision }
  },
})
