import { inArray } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { itemRelations } from "@/db/schema/relations"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { circleOf, type Dependency } from "./domain/dependency-graph"
import { RELATION_WORDS, relateItemsSchema } from "./domain/relation"
import { allDependencies } from "./internal/item-relations"
import { lockBacklog } from "./internal/lock-backlog"
import { fetchEnds, keptAs } from "./internal/relation-ends"
import { inReach } from "./internal/scope"

/**
 * Notes how two items relate. A dependency that would make an item wait for itself is refused with the way around,
 * also when two people add its halves at the same time. Relating them twice changes nothing.
 * @throws RULE_BROKEN, NOT_FOUND, INVALID for an item and itself.
 */
export const relateItems = command("backlog.relateItems", {
  permission: "backlog.edit",
  at: "rows",
  input: relateItemsSchema,
  async run(ctx, { fromId, toId, word }) {
    const [from, to] = await fetchEnds(ctx, [fromId, toId], "backlog.edit")
    const row = keptAs(fromId, toId, word)
    if (row.kind === "blocks") await refuseCircle(ctx, { from: row.fromId, to: row.toId })
    const added = await ctx.db
      .insert(itemRelations)
      .values({ ...row, workspaceId: ctx.workspaceId, createdBy: ctx.userId, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ kind: itemRelations.kind })
    if (added.length === 0) return { added: false }
    ctx.record({
      targets: [
        { type: "item", id: from.id, name: from.key },
        { type: "item", id: to.id, name: to.key },
      ],
      summary: `Noted that ${from.key} ${RELATION_WORDS[word]} ${to.key}`,
      after: { word, from: from.key, to: to.key },
    })
    return { added: true }
  },
})

async function refuseCircle(ctx: OpCtx, edge: Dependency): Promise<void> {
  await lockBacklog(ctx)
  const circle = circleOf(await allDependencies(ctx), edge)
  if (!circle) return
  const seen = await ctx.db
    .select({ id: items.id, key: items.key })
    .from(items)
    .where(own(ctx, items, inArray(items.id, circle), inReach(ctx, "backlog.read")))
  const keyOf = new Map(seen.map(({ id, key }) => [id, key]))
  const way = circle.map((id) => keyOf.get(id) ?? "an item that you may not see").join(" blocks ")
  throw ruleBroken(
    `${keyOf.get(edge.to)} would wait for itself: ${way}. Remove one of these dependencies first`,
  )
}
