import { inArray, or } from "drizzle-orm"
import { approvalRequests } from "@/db/schema/approvals"
import { items } from "@/db/schema/backlog"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { AuditEvent } from "@/server/kernel/domain/audit-event"
import { productIdsWithin, productWithin } from "@/server/products/within-reach"
import type { Linked } from "../domain/change"
import { pageOf } from "./may-use"

/** An import may name thousands of items; its sentence names a few. */
const MOST_LINKS = 8

type Targets = {
  /** May the caller know of everything that the event is about? */
  covers: (event: AuditEvent) => boolean
  links: (event: AuditEvent) => Linked[]
}

type Lookup = (ctx: OpCtx, ids: string[]) => Promise<{ id: string; target: Linked }[]>

const findItems: Lookup = async (ctx, ids) => {
  const within = productIdsWithin(ctx, "backlog.read")
  const rows = await ctx.db
    .select({ id: items.id, key: items.key })
    .from(items)
    .where(own(ctx, items, inArray(items.id, ids), within && inArray(items.productId, within)))
  return rows.map(({ id, key }) => ({ id, target: { words: [key], href: pageOf(ctx, `/items/${key}`) } }))
}

const findProducts: Lookup = async (ctx, ids) => {
  const rows = await ctx.db
    .select({ id: products.id, slug: products.slug, name: products.name })
    .from(products)
    .where(own(ctx, products, inArray(products.id, ids), productWithin(ctx.reach("products.read"))))
  return rows.map(({ id, slug, name }) => ({
    id,
    target: { words: [name], href: pageOf(ctx, `/products/${slug}`) },
  }))
}

const findDomains: Lookup = async (ctx, ids) => {
  const reach = ctx.reach("products.read")
  const known = reach === "all" ? ids : ids.filter((id) => reach.domainIds.includes(id))
  if (known.length === 0) return []
  const rows = await ctx.db
    .select({ id: domains.id, name: domains.name })
    .from(domains)
    .where(own(ctx, domains, inArray(domains.id, known)))
  return rows.map(({ id, name }) => ({
    id,
    target: { words: [name], href: pageOf(ctx, `/products?domain=${id}`) },
  }))
}

const findApprovals: Lookup = async (ctx, ids) => {
  const reach = ctx.reach("approvals.read")
  const within =
    reach === "all"
      ? undefined
      : or(
          inArray(approvalRequests.domainId, reach.domainIds),
          inArray(approvalRequests.productId, reach.productIds),
        )
  const rows = await ctx.db
    .select({ id: approvalRequests.id, name: approvalRequests.subjectName })
    .from(approvalRequests)
    .where(own(ctx, approvalRequests, inArray(approvalRequests.id, ids), within))
  return rows.map(({ id, name }) => ({
    id,
    target: { words: [name], href: pageOf(ctx, `/approvals/${id}`) },
  }))
}

/** Kinds of targets that lie in a domain or product, so that a limited grant may not cover them. */
const LOOKUPS: Record<string, Lookup> = {
  approval: findApprovals,
  item: findItems,
  product: findProducts,
  domain: findDomains,
}

/** Looks up what the events are about, one query per kind: where it is now, and whether it is in reach. */
export async function findTargets(ctx: OpCtx, events: AuditEvent[]): Promise<Targets> {
  const limited = ctx.reach("products.read") !== "all" || ctx.reach("backlog.read") !== "all"
  const named = events.flatMap((event) => (limited ? event.targets : event.targets.slice(0, MOST_LINKS)))
  const found = new Map<string, Linked>()
  for (const [type, lookup] of Object.entries(LOOKUPS)) {
    const ids = new Set(named.filter((target) => target.type === type).map(({ id }) => id))
    if (ids.size === 0) continue
    for (const { id, target } of await lookup(ctx, [...ids])) found.set(`${type} ${id}`, target)
  }
  return {
    covers: (event) =>
      !limited || event.targets.every(({ type, id }) => !(type in LOOKUPS) || found.has(`${type} ${id}`)),
    links: (event) =>
      event.targets.slice(0, MOST_LINKS).flatMap(({ type, id, name }) => {
        const target = found.get(`${type} ${id}`)
        return target ? [{ ...target, words: [...target.words, name] }] : []
      }),
  }
}
