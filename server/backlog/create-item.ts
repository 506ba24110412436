import { items } from "@/db/schema/backlog"
import { newId } from "@/server/kernel/domain/id"
import { insertRow } from "@/server/kernel/fixed-statement"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { createItemSchema } from "./domain/item"
import { rankBetween } from "./domain/rank"
import { checkParent } from "./internal/check-parent"
import { guardPassage } from "./internal/passage-guard"
import { placeOf, scopeOfProduct } from "./internal/scope"
import { takeKeys } from "./internal/take-keys"

/**
 * Creates an item at the end of the backlog, with the next key of its product's domain.
 * @throws NOT_FOUND for a product or parent that is not here, INVALID for an owner who is not a member.
 */
export const createItem = command("backlog.createItem", {
  permission: "backlog.edit",
  at: (ctx, input) => scopeOfProduct(ctx, input.productId),
  input: createItemSchema,
  async run(ctx, input) {
    await requireMembers(ctx, { ownerId: input.ownerId })
    await checkParent(ctx, null, input.parentId)
    const prefix = input.productId === null ? null : (await placeOf(ctx, input.productId)).prefix
    const [{ keys, lastRank }] = await Promise.all([
      takeKeys(ctx, prefix, 1),
      guardPassage(ctx, "A new item", { id: "new", before: null, after: { ...input, archivedAt: null } }),
    ])
    const identity = { id: newId(), key: keys[0]!, rank: rankBetween(lastRank, null) }
    const times = { createdAt: ctx.now, updatedAt: ctx.now, statusChangedAt: ctx.now }
    const { workspaceId, userId: createdBy } = ctx
    ctx.send(insertRow(items, { ...input, ...identity, ...times, workspaceId, createdBy }))
    ctx.record({
      targets: [{ type: "item", id: identity.id, name: identity.key }],
      summary: `Created ${identity.key} “${input.title}”`,
      after: input,
    })
    return { ...identity, version: 1 }
  },
})
