import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { conflict, invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { ITEM_STATUS_LABELS, ITEM_STATUSES, type ItemChanges, updateItemSchema } from "./domain/item"
import { LANE_LABELS } from "./domain/wip"
import { checkParent } from "./internal/check-parent"
import { differences } from "./internal/describe-changes"
import { fetchItem, refuseArchived } from "./internal/find-item"
import { laneChange, laneMoveSchema } from "./internal/lane-change"
import { lockBacklog } from "./internal/lock-backlog"
import { guardPassage } from "./internal/passage-guard"
import { rankBeside } from "./internal/rank-beside"
import { scopeOfItem, scopeOfProduct } from "./internal/scope"

const moveItemSchema = z
  .object({
    id: z.uuid(),
    /** The version the mover saw; a change of rank alone is not checked against it. */
    version: z.number().int().min(1).optional(),
    status: z.enum(ITEM_STATUSES).optional(),
    /** To another lane of the board: writes the field the lanes are made by. */
    lane: laneMoveSchema.optional(),
    afterId: z.uuid().optional(),
    beforeId: z.uuid().optional(),
  })
  .refine(
    (move) => move.status || move.lane || move.afterId || move.beforeId,
    "Say where the item moves: a status, a lane or a neighbour",
  )
  .refine(
    (move) => move.afterId !== move.id && move.beforeId !== move.id,
    "An item cannot be its own neighbour",
  )

/**
 * Moves an item to another column, to another lane, to a place after (or before) another item, or all of them; touches
 * one row. A place in the order needs the permission backlog.rank. A change of rank alone leaves version and time of
 * change as they are, so that ordering the backlog disturbs nobody's editing. Given both neighbours, `afterId` counts.
 * `warnings` are the soft limits that are exceeded now, and what a board that warns misses in the Definition of Done.
 * @throws NOT_FOUND, FORBIDDEN, INVALID, RULE_BROKEN for a full column or work that is not done, CONFLICT with the item.
 */
export const moveItem = command("backlog.moveItem", {
  permission: "backlog.edit",
  at: async (ctx, input) => {
    const scope = await scopeOfItem(ctx, input)
    if (input.afterId ?? input.beforeId) ctx.require("backlog.rank", scope)
    return scope
  },
  input: moveItemSchema,
  async run(ctx, { id, version, status, lane, afterId, beforeId }) {
    const neighbour = afterId ? { afterId } : beforeId ? { beforeId } : undefined
    if (neighbour || lane?.by === "parent") await lockBacklog(ctx)
    const item = await fetchItem(ctx, id)
    refuseArchived(item)
    const { before, after, fields } = differences(item, {
      ...(lane && checked(laneChange(item, lane))),
      ...(status && { status }),
    })
    const changed = fields.length > 0
    if (changed && version !== undefined && version !== item.version) throw conflict("The item", item)
    const rank = neighbour ? await rankBeside(ctx, id, neighbour) : item.rank
    const stays = { id, rank, status: item.status, version: item.version, warnings: [] as string[] }
    if (!changed && rank === item.rank) return stays

    if (after.productId !== undefined) ctx.require("backlog.edit", await scopeOfProduct(ctx, after.productId))
    await requireMembers(ctx, { "lane.to": after.ownerId })
    if (after.parentId) await checkParent(ctx, id, after.parentId)
    const passage = { id, before: item, after: { ...item, ...after } }
    const warnings = changed ? await guardPassage(ctx, item.key, passage) : []
    const moved = changed && {
      ...after,
      ...(after.status && { statusChangedAt: ctx.now }),
      updatedAt: ctx.now,
      version: sql`${items.version} + 1`,
    }
    const [saved] = await ctx.db
      .update(items)
      .set({ rank, ...moved })
      .where(own(ctx, items, eq(items.id, id), changed ? eq(items.version, item.version) : undefined))
      .returning({ version: items.version })
    if (!saved) throw conflict("The item", await fetchItem(ctx, id))
    const where = [
      after.status && `to ${ITEM_STATUS_LABELS[after.status]}`,
      lane && fields.some((field) => field !== "status") && `to another ${LANE_LABELS[lane.by]}`,
    ].filter(Boolean)
    ctx.record({
      targets: [{ type: "item", id, name: item.key }],
      summary: `Moved ${item.key} ${where.length > 0 ? where.join(", ") : "in the order"}`,
      before: { rank: item.rank, ...before },
      after: { rank, ...after, ...(warnings.length > 0 && { overLimit: warnings }) },
    })
    return { id, rank, status: after.status ?? item.status, version: saved.version, warnings }
  },
})

/** A lane is judged as the field it writes. */
function checked(changes: ItemChanges): ItemChanges {
  const parsed = updateItemSchema.shape.changes.safeParse(changes)
  if (parsed.success) return parsed.data
  throw invalidField("lane.to", parsed.error.issues[0]?.message ?? "There is no such lane")
}
