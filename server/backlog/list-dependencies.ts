import { eq, inArray, or, sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { criticalPath } from "./domain/critical-path"
import { inOrder, layersOf } from "./domain/dependency-graph"
import { isClosed } from "./domain/item"
import { allDependencies } from "./internal/item-relations"
import { listedColumns } from "./internal/listed-items"
import { inReach, scopeOfItem } from "./internal/scope"

const MOST = 500

/**
 * What waits for what: the items of a product, of one item with its parts, or of the whole backlog that have a
 * dependency, their neighbours outside, the column of each in a drawing, and the critical path over what is still
 * open. Without `closed`, finished items are left out. `more` is true beyond 500 items.
 */
export const listDependencies = query("backlog.listDependencies", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({
    productId: z.uuid().nullish(),
    wholeId: z.uuid().nullish(),
    closed: z.boolean().default(false),
  }),
  async run(ctx, { productId, wholeId, closed }) {
    if (wholeId) ctx.require("backlog.read", await scopeOfItem(ctx, { id: wholeId }))
    const edges = await allDependencies(ctx)
    const involved = [...new Set(edges.flatMap(({ from, to }) => [from, to]))]
    const parts = wholeId
      ? sql`${items.id} in (with recursive part(id) as (select ${wholeId}::uuid union
          select i.id from ${items} i join part on i.workspace_id = ${ctx.workspaceId} and i.parent_id = part.id)
        select id from part)`
      : undefined
    const inside = sql<boolean>`coalesce(${parts ?? (productId ? eq(items.productId, productId) : sql`true`)}, false)`
    const rows = involved.length
      ? await ctx.db
          .select({ ...listedColumns, archivedAt: items.archivedAt, inside: inside.as("inside") })
          .from(items)
          .leftJoin(users, eq(users.id, items.ownerId))
          .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
          .where(own(ctx, items, inReach(ctx, "backlog.read"), anyOf(involved)))
          .orderBy(items.rank)
      : []
    const chosen = new Set(rows.filter((row) => row.inside && shown(row, closed)).map(({ id }) => id))
    const near = edges.filter(({ from, to }) => chosen.has(from) || chosen.has(to))
    const wanted = new Set(near.flatMap(({ from, to }) => [from, to]))
    const nodes = rows.filter((row) => wanted.has(row.id) && shown(row, closed)).slice(0, MOST)
    const known = new Set(nodes.map(({ id }) => id))
    const drawn = near.filter(({ from, to }) => known.has(from) && known.has(to))
    const withEdge = new Set(drawn.flatMap(({ from, to }) => [from, to]))
    const kept = nodes.filter(({ id }) => withEdge.has(id))
    const open = kept.filter((node) => !isClosed(node.status) && !node.archivedAt)
    const ids = inOrder(
      kept.map(({ id }) => id),
      drawn,
    )
    const layers = layersOf(ids, drawn)
    return {
      items: kept.map((node) => ({ ...node, layer: layers.get(node.id) ?? 0 })),
      dependencies: drawn,
      critical: criticalPath(open, drawn),
      more: wanted.size > MOST,
    }
  },
})

const anyOf = (ids: string[]) => or(inArray(items.id, ids))

const shown = (row: { status: Parameters<typeof isClosed>[0]; archivedAt: string | null }, closed: boolean) =>
  row.archivedAt === null && (closed || !isClosed(row.status))
