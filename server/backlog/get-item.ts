import { asc, eq, or } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { itemColumns } from "./internal/find-item"
import { itemActivity } from "./internal/item-activity"
import { inReach, scopeOfItem } from "./internal/scope"

const relative = { id: items.id, key: items.key, title: items.title, type: items.type, status: items.status }
const RELATIVES = 500

/** One item in full, by id or key, with its parent, its children in order, and what happened to it. @throws NOT_FOUND */
export const getItem = query("backlog.getItem", {
  permission: "backlog.read",
  at: (ctx, input) => scopeOfItem(ctx, input),
  input: z.union([z.object({ id: z.uuid() }), z.object({ key: z.string().min(1).max(40) })]),
  async run(ctx, input) {
    const [item] = await ctx.db
      .select({
        ...itemColumns,
        externalKey: items.externalKey,
        createdAt: items.createdAt,
        statusChangedAt: items.statusChangedAt,
        createdById: items.createdBy,
        owner: { id: users.id, name: users.name, email: users.email },
        product: { id: products.id, name: products.name, slug: products.slug },
        domain: { id: domains.id, name: domains.name, key: domains.key },
      })
      .from(items)
      .leftJoin(users, eq(users.id, items.ownerId))
      .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
      .leftJoin(domains, own(ctx, domains, eq(domains.id, products.domainId)))
      .where(own(ctx, items, "id" in input ? eq(items.id, input.id) : eq(items.key, input.key)))
    if (!item) throw notFound("The item")
    const { parentId, createdById } = item
    const [relatives, activity, [author]] = await Promise.all([
      ctx.db
        .select({ ...relative, parentId: items.parentId })
        .from(items)
        .where(
          own(
            ctx,
            items,
            inReach(ctx, "backlog.read"),
            or(eq(items.parentId, item.id), parentId ? eq(items.id, parentId) : undefined),
          ),
        )
        .orderBy(asc(items.rank))
        .limit(RELATIVES),
      itemActivity(ctx, item.id),
      ctx.db.select({ id: users.id, name: users.name }).from(users).where(eq(users.id, createdById)),
    ])
    return {
      ...item,
      createdBy: author ?? { id: createdById, name: "Unknown" },
      parent: relatives.find((row) => row.id === parentId) ?? null,
      children: relatives.filter((row) => row.parentId === item.id),
      activity,
    }
  },
})
