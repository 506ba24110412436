import { isDeepStrictEqual } from "node:util"
import { and, eq, ne, sql } from "drizzle-orm"
import { itemViews } from "@/db/schema/views"
import { own } from "@/server/kernel/database"
import { conflict, forbidden } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { updateViewSchema } from "./domain/saved-view"
import { fetchView, nameTaken, requireChange } from "./internal/find-view"

/**
 * Changes the name, the sharing or what a view shows. Only its owner takes a shared view back.
 * @throws NOT_FOUND, FORBIDDEN with the reason, CONFLICT with the view as it stands, INVALID when the name is taken.
 */
export const updateView = command("backlog.updateView", {
  permission: "views.save",
  at: "rows",
  input: updateViewSchema,
  async run(ctx, { id, version, changes }) {
    const view = await fetchView(ctx, id)
    requireChange(ctx, view)
    if (view.version !== version) throw conflict("The view", view)
    if (changes.shared === false && view.shared && view.ownerId !== ctx.userId)
      throw forbidden("Only its owner may make a shared view personal; delete it, or save a copy")
    if (isDeepStrictEqual({ ...view, ...changes }, view)) return { id, version }
    const { name = view.name, shared = view.shared } = changes
    const space = shared
      ? eq(itemViews.shared, true)
      : and(eq(itemViews.shared, false), eq(itemViews.ownerId, view.ownerId))
    const [namesake] = await ctx.db
      .select({ id: itemViews.id })
      .from(itemViews)
      .where(own(ctx, itemViews, space, ne(itemViews.id, id), sql`lower(${itemViews.name}) = lower(${name})`))
    if (namesake) throw nameTaken(name)
    const [saved] = await ctx.db
      .update(itemViews)
      .set({ ...changes, updatedAt: ctx.now, updatedBy: ctx.userId, version: sql`${itemViews.version} + 1` })
      .where(own(ctx, itemViews, eq(itemViews.id, id), eq(itemViews.version, version)))
      .returning({ version: itemViews.version })
    if (!saved) throw conflict("The view", await fetchView(ctx, id))
    const before = Object.fromEntries(
      Object.keys(changes).map((field) => [field, view[field as keyof typeof changes]]),
    )
    ctx.record({
      targets: [{ type: "view", id, name }],
      summary: `Changed the view “${name}”`,
      before,
      after: changes,
    })
    return { id, version: saved.version }
  },
})
