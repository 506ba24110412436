import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { conflict } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { ITEM_STATUS_LABELS, ITEM_STATUSES } from "./domain/item"
import { fetchItem } from "./internal/find-item"
import { lockBacklog } from "./internal/lock-backlog"
import { rankBeside } from "./internal/rank-beside"
import { scopeOfItem } from "./internal/scope"

const moveItemSchema = z
  .object({
    id: z.uuid(),
    /** The version the mover saw; only a change of status is checked against it. */
    version: z.number().int().min(1).optional(),
    status: z.enum(ITEM_STATUSES).optional(),
    afterId: z.uuid().optional(),
    beforeId: z.uuid().optional(),
  })
  .refine(
    (move) => move.status || move.afterId || move.beforeId,
    "Say where the item moves: a status or a neighbour",
  )
  .refine(
    (move) => move.afterId !== move.id && move.beforeId !== move.id,
    "An item cannot be its own neighbour",
  )

/**
 * Moves an item to another column, to a place after (or before) another item, or both; touches one row. A place in the
 * order needs the permission backlog.rank. A change of rank alone leaves version and time of change as they are, so
 * that ordering the backlog disturbs nobody's editing. Given both neighbours, `afterId` counts.
 * @throws NOT_FOUND, FORBIDDEN, CONFLICT with the item as it stands.
 */
export const moveItem = command("backlog.moveItem", {
  permission: "backlog.edit",
  at: async (ctx, input) => {
    const scope = await scopeOfItem(ctx, input)
    if (input.afterId ?? input.beforeId) ctx.require("backlog.rank", scope)
    return scope
  },
  input: moveItemSchema,
  async run(ctx, { id, version, status, afterId, beforeId }) {
    const neighbour = afterId ? { afterId } : beforeId ? { beforeId } : undefined
    if (neighbour) await lockBacklog(ctx)
    const item = await fetchItem(ctx, id)
    const restated = status !== undefined && status !== item.status ? status : undefined
    if (restated && version !== undefined && version !== item.version) throw conflict("The item", item)
    const rank = neighbour ? await rankBeside(ctx, id, neighbour) : item.rank
    if (!restated && rank === item.rank) return { id, rank, status: item.status, version: item.version }

    const moved = restated && {
      status: restated,
      statusChangedAt: ctx.now,
      updatedAt: ctx.now,
      version: sql`${items.version} + 1`,
    }
    const [saved] = await ctx.db
      .update(items)
      .set({ rank, ...moved })
      .where(own(ctx, items, eq(items.id, id), restated ? eq(items.version, item.version) : undefined))
      .returning({ version: items.version })
    if (!saved) throw conflict("The item", await fetchItem(ctx, id))
    const where = restated ? `to ${ITEM_STATUS_LABELS[restated]}` : "in the order"
    ctx.record({
      targets: [{ type: "item", id, name: item.key }],
      summary: `Moved ${item.key} ${where}`,
      before: { rank: item.rank, ...(restated && { status: item.status }) },
      after: { rank, ...(restated && { status: restated }) },
    })
    return { id, rank, status: restated ?? item.status, version: saved.version }
  },
})
