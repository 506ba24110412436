import { asc, eq, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import { own, rowsOf } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { exportHeader, exportLine } from "./domain/export-csv"
import { itemFilterSchema } from "./domain/item-filter"
import { filterConditions } from "./internal/filter-conditions"
import { inReach } from "./internal/scope"

const PAGE = 500

const cursorSchema = z.object({
  rank: z.string().max(1000),
  id: z.uuid(),
  customNames: z.array(z.string()).max(10_000),
})

/**
 * A piece of the filtered backlog as CSV, in manual order; the first piece starts with the header. `next` asks for the
 * piece that follows and is null at the end. Cells that a spreadsheet would take for a formula are guarded.
 */
export const exportItems = query("backlog.exportItems", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({ filter: itemFilterSchema.prefault({}), after: cursorSchema.nullable().default(null) }),
  async run(ctx, { filter, after }) {
    const where = [inReach(ctx, "backlog.read"), ...filterConditions(ctx, filter)]
    const customNames =
      after?.customNames ??
      (
        await rowsOf<{ name: string }>(
          ctx.db,
          sql`select distinct name from ${items}, jsonb_object_keys(${items.custom}) as name where ${own(ctx, items, ...where)} order by name`,
        )
      ).map(({ name }) => name)
    const parents = alias(items, "parents")
    const beyond = after ? sql`(${items.rank}, ${items.id}) > (${after.rank}, ${after.id}::uuid)` : undefined
    const rows = await ctx.db
      .select({
        id: items.id,
        rank: items.rank,
        key: items.key,
        externalKey: items.externalKey,
        title: items.title,
        type: items.type,
        status: items.status,
        ownerEmail: users.email,
        labels: items.labels,
        estimate: items.estimate,
        dueDate: items.dueDate,
        parentKey: parents.key,
        description: items.description,
        productName: products.name,
        createdAt: items.createdAt,
        updatedAt: items.updatedAt,
        custom: items.custom,
      })
      .from(items)
      .leftJoin(users, eq(users.id, items.ownerId))
      .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
      .leftJoin(parents, own(ctx, parents, eq(parents.id, items.parentId)))
      .where(own(ctx, items, ...where, beyond))
      .orderBy(asc(items.rank), asc(items.id))
      .limit(PAGE)
    const last = rows.length === PAGE ? rows.at(-1) : undefined
    const lines = rows.map((row) => exportLine(row, customNames))
    return {
      text: (after ? "" : exportHeader(customNames)) + lines.join(""),
      next: last ? { rank: last.rank, id: last.id, customNames } : null,
    }
  },
})
