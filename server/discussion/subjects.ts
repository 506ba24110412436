import { eq, inArray } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Scope, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { ScopedPermission } from "@/server/kernel/domain/permissions"
import { notFound } from "@/server/kernel/errors"
import type { SubjectRef, SubjectType } from "./domain/subject"

/** A thing under discussion: its short name (FUL-12), its title, where its page is and where its permissions are asked. */
export type Subject = { id: string; name: string; title: string; path: string; scope: Scope }

type Kind = {
  /** How a message names one: "The item was not found". */
  word: string
  /** Who may read it may read what is said about it. */
  read: ScopedPermission
  /** Those that exist, in any order. */
  find: (ctx: OpCtx, ids: string[]) => Promise<Subject[]>
}

/** Everything that can be discussed. A feature above this one hands its kind in here. */
export const SUBJECTS: Record<SubjectType, Kind> = {
  item: { word: "The item", read: "backlog.read", find: findItems },
  product: { word: "The product", read: "products.read", find: findProducts },
}

async function findItems(ctx: OpCtx, ids: string[]): Promise<Subject[]> {
  const rows = await ctx.db
    .select({
      id: items.id,
      key: items.key,
      title: items.title,
      productId: items.productId,
      domainId: products.domainId,
    })
    .from(items)
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .where(own(ctx, items, inArray(items.id, ids)))
  return rows.map(({ id, key, title, productId, domainId }) => ({
    id,
    name: key,
    title,
    path: `/items/${key}`,
    scope: productId && domainId ? { type: "product", productId, domainId } : WORKSPACE_SCOPE,
  }))
}

async function findProducts(ctx: OpCtx, ids: string[]): Promise<Subject[]> {
  const rows = await ctx.db
    .select({ id: products.id, name: products.name, slug: products.slug, domainId: products.domainId })
    .from(products)
    .where(own(ctx, products, inArray(products.id, ids)))
  return rows.map(({ id, name, slug, domainId }) => ({
    id,
    name,
    title: name,
    path: `/products/${slug}`,
    scope: { type: "product", productId: id, domainId },
  }))
}

/** The subject, readable for the caller. @throws NOT_FOUND, FORBIDDEN */
export async function openSubject(ctx: OpCtx, ref: SubjectRef): Promise<Subject> {
  const kind = SUBJECTS[ref.type]
  const [subject] = await kind.find(ctx, [ref.id])
  if (!subject) throw notFound(kind.word)
  ctx.require(kind.read, subject.scope)
  return subject
}

/** What an audit record names: an item by its key. */
export const targetOf = (ref: SubjectRef, subject: Subject) => ({
  type: ref.type as string,
  id: ref.id,
  name: subject.name,
})
