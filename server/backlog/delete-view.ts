import { eq } from "drizzle-orm"
import { z } from "zod"
import { itemViews } from "@/db/schema/views"
import { own } from "@/server/kernel/database"
import { conflict } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { fetchView, requireChange } from "./internal/find-view"

/**
 * Deletes a saved view; the items it shows are not touched. Whoever's backlog opened with it opens with all items again.
 * @throws NOT_FOUND, FORBIDDEN with the reason, CONFLICT when somebody changed it meanwhile.
 */
export const deleteView = command("backlog.deleteView", {
  permission: "views.save",
  at: "rows",
  input: z.object({ id: z.uuid(), version: z.number().int().min(1) }),
  async run(ctx, { id, version }) {
    const view = await fetchView(ctx, id)
    requireChange(ctx, view)
    const gone = await ctx.db
      .delete(itemViews)
      .where(own(ctx, itemViews, eq(itemViews.id, id), eq(itemViews.version, version)))
      .returning({ id: itemViews.id })
    if (gone.length === 0) throw conflict("The view", view)
    ctx.record({
      targets: [{ type: "view", id, name: view.name }],
      summary: `Deleted the ${view.shared ? "shared" : "personal"} view “${view.name}”`,
      before: { name: view.name, shared: view.shared, view: view.view },
    })
    return { id }
  },
})
