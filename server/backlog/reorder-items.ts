import { z } from "zod"
import { orderChanges } from "@/db/schema/backlog"
import { newId } from "@/server/kernel/domain/id"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { expectManyRows } from "./internal/expect-many-rows"
import { lockBacklog } from "./internal/lock-backlog"
import { fetchOrdered } from "./internal/ordered-items"
import { writeRanks } from "./internal/write-ranks"

const reorderSchema = z.object({
  /** The items in their new order; all others keep their places. */
  items: z
    .array(z.object({ id: z.uuid() }))
    .min(1)
    .max(10_000, "At most 10,000 items can be ordered at once")
    .refine((list) => new Set(list.map(({ id }) => id)).size === list.length, "An item is listed twice"),
  reason: z.string().trim().min(1, "Say why the order changes").max(500),
})

/**
 * Puts items in a new order, as one change that `undoReorder` takes back. The given items trade the places they have
 * among themselves, so only rows whose place changes are written. `changeId` is null when the order was so already.
 * @throws NOT_FOUND when an item is not here, FORBIDDEN.
 */
export const reorderItems = command("backlog.reorderItems", {
  permission: "backlog.rank",
  at: "rows",
  input: reorderSchema,
  async run(ctx, input) {
    await lockBacklog(ctx)
    await expectManyRows(ctx)
    const present = await fetchOrdered(
      ctx,
      input.items.map(({ id }) => id),
    )
    if (present.length < input.items.length) throw notFound("An item of the order")
    const places = present.map(({ rank }) => rank).sort((a, b) => (a < b ? -1 : 1))
    const rankOf = new Map(present.map(({ id, rank }) => [id, rank]))
    const after = input.items
      .map(({ id }, index) => ({ id, rank: places[index]! }))
      .filter(({ id, rank }) => rankOf.get(id) !== rank)
    if (after.length === 0) return { changeId: null, changed: 0 }

    const before = after.map(({ id }) => ({ id, rank: rankOf.get(id)! }))
    await writeRanks(ctx, after)
    const change = { id: newId(), reason: input.reason, before, after }
    await ctx.db
      .insert(orderChanges)
      .values({ ...change, workspaceId: ctx.workspaceId, createdBy: ctx.userId, createdAt: ctx.now })
    ctx.record({
      targets: [{ type: "order", id: change.id, name: "Order of the backlog" }],
      summary: `Changed the places of ${after.length} of ${input.items.length} items in the order`,
      before,
      after,
      reason: input.reason,
    })
    return { changeId: change.id, changed: after.length }
  },
})
