import { eq, inArray, isNotNull, isNull } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { initiatives, strategyLinks } from "@/db/schema/initiatives"
import { keyResults, objectives } from "@/db/schema/objectives"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { selectKeyResults } from "./internal/key-result-rows"
import { ofSubject } from "./internal/link-rows"
import { selectObjectives } from "./internal/objective-rows"
import { readableItems, readableProducts } from "./internal/reach"

type Subject = { productId?: string | undefined; itemId?: string | undefined }

async function requireReadable(ctx: OpCtx, { productId, itemId }: Subject): Promise<void> {
  const found = productId
    ? await ctx.db
        .select({ id: products.id })
        .from(products)
        .where(own(ctx, products, eq(products.id, productId), readableProducts(ctx)))
    : await ctx.db
        .select({ id: items.id })
        .from(items)
        .where(own(ctx, items, eq(items.id, itemId ?? ""), readableItems(ctx)))
  if (found.length === 0) throw notFound(productId ? "The product" : "The item")
}

async function keyResultLinks(ctx: OpCtx, subject: Subject) {
  const links = await ctx.db
    .select({ linkId: strategyLinks.id, note: strategyLinks.note, keyResultId: strategyLinks.keyResultId })
    .from(strategyLinks)
    .where(own(ctx, strategyLinks, ofSubject(subject), isNotNull(strategyLinks.keyResultId)))
  const ids = links.flatMap(({ keyResultId }) => (keyResultId ? [keyResultId] : []))
  if (ids.length === 0) return []
  const found = await selectKeyResults(ctx, inArray(keyResults.id, ids), isNull(keyResults.droppedAt))
  const theirs = [...new Set(found.map(({ objectiveId }) => objectiveId))]
  const rows = theirs.length > 0 ? await selectObjectives(ctx, inArray(objectives.id, theirs)) : []
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap((keyResult) => {
    const link = links.find(({ keyResultId }) => keyResultId === keyResult.id)
    const objective = byId.get(keyResult.objectiveId)
    if (!link || !objective) return []
    const { key, title, state } = objective
    return [{ linkId: link.linkId, note: link.note, keyResult, objective: { key, title, state } }]
  })
}

/** The key results and initiatives that a product or an item works on. @throws NOT_FOUND, also when it is out of reach. */
export const listSubjectLinks = query("strategy.listSubjectLinks", {
  permission: "strategy.read",
  at: "rows",
  input: z.union([z.object({ productId: z.uuid() }), z.object({ itemId: z.uuid() })]),
  async run(ctx, input) {
    const subject: Subject = input
    await requireReadable(ctx, subject)
    const work = await ctx.db
      .select({ linkId: strategyLinks.id, id: initiatives.id, name: initiatives.name })
      .from(strategyLinks)
      .innerJoin(initiatives, own(ctx, initiatives, eq(initiatives.id, strategyLinks.initiativeId)))
      .where(own(ctx, strategyLinks, ofSubject(subject), isNull(initiatives.droppedAt)))
    return { keyResults: await keyResultLinks(ctx, subject), initiatives: work }
  },
})
