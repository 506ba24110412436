import { eq } from "drizzle-orm"
import { z } from "zod"
import { defaultViews } from "@/db/schema/views"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { fetchView } from "./internal/find-view"

/** Chooses the view that the caller's backlog opens with; null: all items. @throws NOT_FOUND */
export const setDefaultView = command("backlog.setDefaultView", {
  permission: "views.save",
  at: "rows",
  input: z.object({ id: z.uuid().nullable() }),
  async run(ctx, { id }) {
    const { workspaceId, userId } = ctx
    const view = id === null ? null : await fetchView(ctx, id)
    const [before] = await ctx.db
      .select({ viewId: defaultViews.viewId })
      .from(defaultViews)
      .where(own(ctx, defaultViews, eq(defaultViews.userId, userId)))
    if ((before?.viewId ?? null) === id) return { id }
    if (view) {
      await ctx.db
        .insert(defaultViews)
        .values({ workspaceId, userId, viewId: view.id })
        .onConflictDoUpdate({
          target: [defaultViews.workspaceId, defaultViews.userId],
          set: { viewId: view.id },
        })
    } else {
      await ctx.db.delete(defaultViews).where(own(ctx, defaultViews, eq(defaultViews.userId, userId)))
    }
    const name = view?.name ?? "All items"
    ctx.record({
      targets: view
        ? [{ type: "view", id: view.id, name }]
        : [{ type: "user", id: userId, name: "Own backlog" }],
      summary: view ? `Let the own backlog open with “${name}”` : "Let the own backlog open with all items",
    })
    return { id }
  },
})
