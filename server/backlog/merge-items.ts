import { and, eq, ne, or, sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { itemRelations } from "@/db/schema/relations"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { circleOf } from "./domain/dependency-graph"
import { checkParent } from "./internal/check-parent"
import { refuseArchived } from "./internal/find-item"
import { allDependencies } from "./internal/item-relations"
import { lockBacklog } from "./internal/lock-backlog"
import { fetchEnds } from "./internal/relation-ends"

/**
 * Keeps one of two duplicates: the other goes to the archive as "duplicate of", its parts and dependencies go over to
 * the kept one. Its comments, files, links and scores stay with it, one click away, so that nobody's words change place.
 * @throws RULE_BROKEN when one is archived or the kept one would wait for itself, NOT_FOUND, INVALID.
 */
export const mergeItems = command("backlog.mergeItems", {
  permission: "backlog.edit",
  at: "rows",
  input: z
    .object({ keepId: z.uuid(), duplicateId: z.uuid(), reason: z.string().trim().max(500).default("") })
    .refine(({ keepId, duplicateId }) => keepId !== duplicateId, {
      path: ["duplicateId"],
      message: "An item is no duplicate of itself; choose another item",
    }),
  async run(ctx, { keepId, duplicateId, reason }) {
    await lockBacklog(ctx)
    const [keep, duplicate] = await fetchEnds(ctx, [keepId, duplicateId], "backlog.edit")
    for (const one of [keep, duplicate]) refuseArchived(one)
    const parts = await moveParts(ctx, keepId, duplicateId)
    const dependencies = await moveDependencies(ctx, keepId, duplicateId)
    const row = { kind: "duplicates" as const, fromId: duplicateId, toId: keepId }
    await ctx.db
      .insert(itemRelations)
      .values({ ...row, workspaceId: ctx.workspaceId, createdBy: ctx.userId, createdAt: ctx.now })
      .onConflictDoNothing()
    await ctx.db
      .update(items)
      .set({
        archivedAt: ctx.now,
        archivedBy: ctx.userId,
        updatedAt: ctx.now,
        version: sql`${items.version} + 1`,
      })
      .where(own(ctx, items, eq(items.id, duplicateId)))
    ctx.record({
      targets: [
        { type: "item", id: keepId, name: keep.key },
        { type: "item", id: duplicateId, name: duplicate.key },
        ...parts.map(({ id, key }) => ({ type: "item", id, name: key })),
      ],
      summary: `Merged ${duplicate.key} into ${keep.key}: ${parts.length} parts and ${dependencies} dependencies went over, ${duplicate.key} is archived`,
      after: { kept: keep.key, duplicate: duplicate.key, parts: parts.map(({ key }) => key), dependencies },
      ...(reason && { reason }),
    })
    return { parts: parts.length, dependencies }
  },
})

/** Parts of the duplicate become parts of the kept one; the kept one itself is only let go. */
async function moveParts(ctx: OpCtx, keepId: string, duplicateId: string) {
  const part = own(ctx, items, eq(items.parentId, duplicateId))
  const others = await ctx.db
    .select({ id: items.id })
    .from(items)
    .where(and(part, ne(items.id, keepId)))
  for (const { id } of others) await checkParent(ctx, id, keepId)
  const next = { updatedAt: ctx.now, version: sql`${items.version} + 1` }
  await ctx.db
    .update(items)
    .set({ parentId: null, ...next })
    .where(and(part, eq(items.id, keepId)))
  return ctx.db
    .update(items)
    .set({ parentId: keepId, ...next })
    .where(part)
    .returning({ id: items.id, key: items.key })
}

async function moveDependencies(ctx: OpCtx, keepId: string, duplicateId: string): Promise<number> {
  const touching = or(eq(itemRelations.fromId, duplicateId), eq(itemRelations.toId, duplicateId))
  const rows = await ctx.db
    .delete(itemRelations)
    .where(own(ctx, itemRelations, eq(itemRelations.kind, "blocks"), touching))
    .returning()
  const edges = await allDependencies(ctx)
  let moved = 0
  for (const row of rows) {
    const edge = {
      from: row.fromId === duplicateId ? keepId : row.fromId,
      to: row.toId === duplicateId ? keepId : row.toId,
    }
    if (edge.from === edge.to || edges.some(({ from, to }) => from === edge.from && to === edge.to)) continue
    if (circleOf(edges, edge))
      throw ruleBroken(
        "The kept item would wait for itself, because one of its dependencies waits for the duplicate. Remove that dependency first",
      )
    edges.push(edge)
    moved++
    await ctx.db.insert(itemRelations).values({ ...row, fromId: edge.from, toId: edge.to })
  }
  return moved
}
