import { eq, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { conflict } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { updateItemSchema } from "./domain/item"
import { checkParent } from "./internal/check-parent"
import { describeChanges, differences } from "./internal/describe-changes"
import { fetchItem, refuseArchived } from "./internal/find-item"
import { lockBacklog } from "./internal/lock-backlog"
import { guardPassage } from "./internal/passage-guard"
import { scopeOfItem, scopeOfProduct } from "./internal/scope"

/**
 * Changes some fields of an item. `version` is the one the editor saw; the key stays when the product changes.
 * @throws CONFLICT with the item as it stands, RULE_BROKEN in the archive, NOT_FOUND, INVALID.
 */
export const updateItem = command("backlog.updateItem", {
  permission: "backlog.edit",
  at: (ctx, input) => scopeOfItem(ctx, input),
  input: updateItemSchema,
  async run(ctx, { id, version, changes }) {
    if (changes.parentId) await lockBacklog(ctx)
    const item = await fetchItem(ctx, id)
    if (item.version !== version) throw conflict("The item", item)
    refuseArchived(item)
    const { before, after, fields } = differences(item, changes)
    if (fields.length === 0) return { id, key: item.key, version, updatedAt: item.updatedAt }
    if (after.productId !== undefined) ctx.require("backlog.edit", await scopeOfProduct(ctx, after.productId))
    await requireMembers(ctx, { ownerId: after.ownerId })
    if (after.parentId) await checkParent(ctx, id, after.parentId)
    await guardPassage(ctx, item.key, { id, before: item, after: { ...item, ...after } })
    const [saved] = await ctx.db
      .update(items)
      .set({
        ...after,
        ...(after.status && { statusChangedAt: ctx.now }),
        updatedAt: ctx.now,
        version: sql`${items.version} + 1`,
      })
      .where(own(ctx, items, eq(items.id, id), eq(items.version, version)))
      .returning({ version: items.version })
    if (!saved) throw conflict("The item", await fetchItem(ctx, id))
    ctx.record({
      targets: [{ type: "item", id, name: item.key }],
      summary: describeChanges(item.key, fields, after),
      before,
      after,
    })
    return { id, key: item.key, version: saved.version, updatedAt: ctx.now }
  },
})
