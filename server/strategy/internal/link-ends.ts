import { eq } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { strategyLinks } from "@/db/schema/initiatives"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import type { LinkInput } from "../domain/link"
import { fetchInitiative } from "./initiative-rows"
import { fetchKeyResult, objectiveTarget, requireLive } from "./placed-key-result"
import { readableItems, readableProducts } from "./reach"

type Ends = Omit<LinkInput, "note">

async function fetchSubject(ctx: OpCtx, { productId, itemId }: Ends) {
  if (productId) {
    const [row] = await ctx.db
      .select({ name: products.name })
      .from(products)
      .where(own(ctx, products, eq(products.id, productId), readableProducts(ctx)))
    if (!row) throw notFound("The product")
    return { type: "product", id: productId, name: row.name }
  }
  const [row] = await ctx.db
    .select({ id: items.id, key: items.key, title: items.title })
    .from(items)
    .where(own(ctx, items, eq(items.id, itemId ?? ""), readableItems(ctx)))
  if (!row) throw notFound("The item")
  return { type: "item", id: row.id, name: row.key }
}

/** What a link joins, with the targets that the trail names. @throws NOT_FOUND; RULE_BROKEN where `live` is asked for. */
export async function fetchEnds(ctx: OpCtx, ends: Ends, live: boolean) {
  const subject = await fetchSubject(ctx, ends)
  if (ends.keyResultId) {
    const keyResult = await fetchKeyResult(ctx, ends.keyResultId)
    if (live) requireLive(keyResult)
    const targets = [
      objectiveTarget(keyResult.objective),
      { type: "keyResult", id: keyResult.id, name: keyResult.metric },
      subject,
    ]
    return { subject, goal: `${keyResult.metric} in ${objectiveTarget(keyResult.objective).name}`, targets }
  }
  const { id, name } = await fetchInitiative(ctx, ends.initiativeId ?? "")
  return { subject, goal: name, targets: [{ type: "initiative", id, name }, subject] }
}

/** A link by its id. @throws NOT_FOUND */
export async function fetchLink(ctx: OpCtx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(strategyLinks)
    .where(own(ctx, strategyLinks, eq(strategyLinks.id, id)))
  if (!row) throw notFound("The link")
  const { keyResultId, initiativeId, productId, itemId, note } = row
  const ends: Ends = {
    keyResultId: keyResultId ?? undefined,
    initiativeId: initiativeId ?? undefined,
    productId: productId ?? undefined,
    itemId: itemId ?? undefined,
  }
  return { ends, note }
}
