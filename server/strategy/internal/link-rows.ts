import { eq, inArray, or, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { items } from "@/db/schema/backlog"
import { strategyLinks } from "@/db/schema/initiatives"
import { domains, products } from "@/db/schema/products"
import { type ItemStatus, isClosed } from "@/server/backlog/domain/item"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { byKind, type LinkedSubject } from "../domain/objective-row"
import { readableItems, readableProducts } from "./reach"

const itsProduct = alias(products, "its_product")

export type FoundLinks = { links: Map<string, LinkedSubject[]>; hidden: Map<string, number> }

/**
 * Links of key results or initiatives by their id, as far as the reader may see the products and items; `hidden` counts
 * the others.
 */
export async function selectLinks(
  ctx: OpCtx,
  of: "keyResultId" | "initiativeId",
  ids: string[],
): Promise<FoundLinks> {
  const found: FoundLinks = { links: new Map(), hidden: new Map() }
  if (ids.length === 0) return found
  const target = strategyLinks[of]
  const mayRead = (condition: SQL | undefined) => condition ?? sql`true`
  const rows = await ctx.db
    .select({
      targetId: target,
      linkId: strategyLinks.id,
      note: strategyLinks.note,
      visible: sql<boolean>`coalesce(case when ${strategyLinks.productId} is not null
        then ${mayRead(readableProducts(ctx))} else ${mayRead(readableItems(ctx))} end, false)`,
      product: { id: products.id, slug: products.slug, name: products.name, domain: domains.name },
      item: { id: items.id, key: items.key, title: items.title, status: items.status },
      itemProduct: itsProduct.name,
    })
    .from(strategyLinks)
    .leftJoin(products, own(ctx, products, eq(products.id, strategyLinks.productId)))
    .leftJoin(domains, own(ctx, domains, eq(domains.id, products.domainId)))
    .leftJoin(items, own(ctx, items, eq(items.id, strategyLinks.itemId)))
    .leftJoin(itsProduct, own(ctx, itsProduct, eq(itsProduct.id, items.productId)))
    .where(own(ctx, strategyLinks, inArray(target, ids)))
  for (const { targetId, linkId, note, visible, product, item, itemProduct } of rows) {
    const id = targetId ?? ""
    if (!visible) {
      found.hidden.set(id, (found.hidden.get(id) ?? 0) + 1)
      continue
    }
    const link = asLink({ linkId, note }, product, item && { ...item, product: itemProduct })
    if (link) found.links.set(id, [...(found.links.get(id) ?? []), link])
  }
  for (const links of found.links.values()) links.sort(byKind)
  return found
}

type Nullable<T> = { [K in keyof T]: T[K] | null }
type Product = Nullable<{ id: string; slug: string; name: string; domain: string }>
type Item = Nullable<{ id: string; key: string; title: string; status: ItemStatus; product: string }>

function asLink(base: { linkId: string; note: string }, product: Product, item: Item | null) {
  if (product.id) {
    const { id, slug, name, domain } = product
    return { ...base, type: "product" as const, id, slug: slug ?? "", name: name ?? "", domain: domain ?? "" }
  }
  if (!item?.id || !item.status) return undefined
  const { id, key, title, status } = item
  const words = { key: key ?? "", title: title ?? "", product: item.product }
  return { ...base, type: "item" as const, id, ...words, open: !isClosed(status) }
}

/** Condition on `strategy_links`: those of a product, or of an item. */
export function ofSubject(subject: { productId?: string | undefined; itemId?: string | undefined }): SQL {
  return or(
    subject.productId ? eq(strategyLinks.productId, subject.productId) : undefined,
    subject.itemId ? eq(strategyLinks.itemId, subject.itemId) : undefined,
  )!
}
