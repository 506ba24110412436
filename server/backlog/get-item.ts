import { eq, inArray } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { familyOf } from "./internal/family"
import { itemColumns } from "./internal/find-item"
import { itemActivity } from "./internal/item-activity"
import { relationsOf } from "./internal/item-relations"
import { scopeOfItem } from "./internal/scope"

/**
 * One item in full, by id or key, also from the archive: what it is part of, its parts in order, how it relates to
 * others, and what happened to it. @throws NOT_FOUND
 */
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
        archivedById: items.archivedBy,
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
    const { parentId, createdById, archivedById, ...fields } = item
    const people = [createdById, ...(archivedById ? [archivedById] : [])]
    const [{ above, below }, relations, activity, known] = await Promise.all([
      familyOf(ctx, item),
      relationsOf(ctx, item.id),
      itemActivity(ctx, item.id),
      ctx.db.select({ id: users.id, name: users.name }).from(users).where(inArray(users.id, people)),
    ])
    const person = (id: string) => known.find((one) => one.id === id) ?? { id, name: "Unknown" }
    return {
      ...fields,
      parentId,
      createdById,
      createdBy: person(createdById),
      archivedBy: archivedById ? person(archivedById) : null,
      parent: above.find((row) => row.id === parentId) ?? null,
      /** From the top down to the parent. */
      above,
      children: below.filter((row) => row.parentId === item.id),
      /** The parts and their parts, four levels deep. */
      below,
      relations,
      activity,
    }
  },
})
