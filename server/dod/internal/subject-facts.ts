import { eq } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { items } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import { isClosed } from "@/server/backlog/domain/item"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Scope, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"
import type { CheckSubject } from "../check-provider"
import type { Subject } from "../domain/deliverable"
import { isOneOf } from "./one-of"

/** What is known of a subject before it has a checklist. */
export type SubjectFacts = Omit<CheckSubject, "checklistId"> & { title: string; done: boolean; scope: Scope }

const scopeOf = (productId: string | null, domainId: string | null): Scope =>
  productId && domainId ? { type: "product", productId, domainId } : WORKSPACE_SCOPE

/** The items, by id. */
export async function itemFacts(ctx: OpCtx, ids: readonly string[]): Promise<Map<string, SubjectFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      id: items.id,
      name: items.key,
      title: items.title,
      description: items.description,
      status: items.status,
      ownerId: items.ownerId,
      ownerName: users.name,
      authorId: items.createdBy,
      productId: items.productId,
      slug: products.slug,
      domainId: products.domainId,
    })
    .from(items)
    .leftJoin(users, eq(users.id, items.ownerId))
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .where(own(ctx, items, isOneOf(items.id, ids)))
  return new Map(
    rows.map(({ status, slug, domainId, ...row }) => [
      row.id,
      {
        ...row,
        type: "item",
        path: `/items/${row.name}`,
        productPath: slug && `/products/${slug}`,
        closed: isClosed(status),
        done: status === "done",
        scope: scopeOf(row.productId, domainId),
      },
    ]),
  )
}

const owner = alias(users, "owner")

/** The products, by id. */
export async function productFacts(ctx: OpCtx, ids: readonly string[]): Promise<Map<string, SubjectFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      id: products.id,
      name: products.name,
      slug: products.slug,
      description: products.description,
      ownerId: products.ownerId,
      ownerName: owner.name,
      authorId: products.stewardId,
      domainId: products.domainId,
    })
    .from(products)
    .leftJoin(owner, eq(owner.id, products.ownerId))
    .where(own(ctx, products, isOneOf(products.id, ids)))
  return new Map(
    rows.map(({ slug, domainId, ...row }) => [
      row.id,
      {
        ...row,
        type: "product",
        title: row.name,
        path: `/products/${slug}`,
        productId: row.id,
        productPath: `/products/${slug}`,
        closed: false,
        done: false,
        scope: scopeOf(row.id, domainId),
      },
    ]),
  )
}

/** The subject as it stands. @throws NOT_FOUND */
export async function fetchSubject(ctx: OpCtx, { type, id }: Subject): Promise<SubjectFacts> {
  const found = type === "item" ? await itemFacts(ctx, [id]) : await productFacts(ctx, [id])
  const subject = found.get(id)
  if (!subject) throw notFound(type === "item" ? "The item" : "The product")
  return subject
}

/** Where the permissions of a subject are asked. @throws NOT_FOUND */
export const scopeOfSubject = async (ctx: OpCtx, subject: Subject) => (await fetchSubject(ctx, subject)).scope

/** What the audit trail names: an item by its key. */
export const targetOf = ({ type, id, name }: Pick<SubjectFacts, "type" | "id" | "name">) => ({
  type,
  id,
  name,
})
