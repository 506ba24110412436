import { count, eq } from "drizzle-orm"
import { itemViews } from "@/db/schema/views"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { MOST_VIEWS, saveViewSchema } from "./domain/saved-view"
import { nameTaken } from "./internal/find-view"

/**
 * Keeps a view of the backlog under a name, for oneself or for everybody.
 * @throws INVALID when the name is taken, RULE_BROKEN beyond 200 views.
 */
export const saveView = command("backlog.saveView", {
  permission: "views.save",
  at: "rows",
  input: saveViewSchema,
  async run(ctx, input) {
    const kept = input.shared ? eq(itemViews.shared, true) : eq(itemViews.ownerId, ctx.userId)
    const [present] = await ctx.db
      .select({ count: count() })
      .from(itemViews)
      .where(own(ctx, itemViews, kept))
    if ((present?.count ?? 0) >= MOST_VIEWS)
      throw ruleBroken(`At most ${MOST_VIEWS} views can be kept; delete one that nobody needs`)
    const identity = { id: newId(), workspaceId: ctx.workspaceId, ownerId: ctx.userId }
    const made = await ctx.db
      .insert(itemViews)
      .values({ ...input, ...identity, createdAt: ctx.now, updatedAt: ctx.now, updatedBy: ctx.userId })
      .onConflictDoNothing()
      .returning({ id: itemViews.id })
    if (made.length === 0) throw nameTaken(input.name)
    ctx.record({
      targets: [{ type: "view", id: identity.id, name: input.name }],
      summary: `Saved the ${input.shared ? "shared" : "personal"} view “${input.name}”`,
      after: input,
    })
    return { id: identity.id, version: 1 }
  },
})
