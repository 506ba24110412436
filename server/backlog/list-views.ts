import { asc, eq, sql } from "drizzle-orm"
import { z } from "zod"
import { defaultViews, itemViews } from "@/db/schema/views"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { MOST_VIEWS, mayChangeView, readView } from "./domain/saved-view"
import { curates, seenViews, selectViews } from "./internal/find-view"

/** Saved views by name: those that are shared and the caller's own, and which of them the caller's backlog opens with. */
export const listViews = query("backlog.listViews", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const [views, [opens]] = await Promise.all([
      selectViews(ctx)
        .where(seenViews(ctx))
        .orderBy(sql`lower(${itemViews.name})`, asc(itemViews.id))
        .limit(2 * MOST_VIEWS),
      ctx.db
        .select({ id: defaultViews.viewId })
        .from(defaultViews)
        .where(own(ctx, defaultViews, eq(defaultViews.userId, ctx.userId))),
    ])
    const curator = curates(ctx)
    const seen = views.map((row) => ({
      ...row,
      view: readView(row.view),
      mayChange: mayChangeView(row, ctx.userId, curator),
    }))
    return { views: seen, defaultViewId: seen.find(({ id }) => id === opens?.id)?.id ?? null }
  },
})
