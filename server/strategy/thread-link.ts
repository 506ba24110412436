import { and, count, eq, inArray, isNull, ne, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { strategyLinks } from "@/db/schema/initiatives"
import { keyResults, objectives } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ThreadLink } from "@/server/products/domain/thread-link"
import { objectiveKey } from "./domain/objective"
import { describeGoals, type ProductGoal } from "./domain/product-goal"
import { live, selectKeyResults } from "./internal/key-result-rows"
import { openItem } from "./internal/live-links"

type Product = { id: string; ownerName: string | null }

/** Which key results each product works on, itself or by an open item. */
async function goalsOf(ctx: OpCtx, ids: string[]): Promise<Map<string, ProductGoal[]>> {
  const product = sql<string>`coalesce(${strategyLinks.productId}, ${items.productId})`
  const links = await ctx.db
    .selectDistinct({
      productId: product,
      keyResultId: keyResults.id,
      number: objectives.number,
      title: objectives.title,
    })
    .from(strategyLinks)
    .innerJoin(keyResults, own(ctx, keyResults, eq(keyResults.id, strategyLinks.keyResultId)))
    .innerJoin(objectives, own(ctx, objectives, eq(objectives.id, keyResults.objectiveId)))
    .leftJoin(items, own(ctx, items, eq(items.id, strategyLinks.itemId), openItem(ctx)))
    .where(own(ctx, strategyLinks, live, inArray(product, ids)))
    .orderBy(objectives.number)
  const known = [...new Set(links.map(({ keyResultId }) => keyResultId))]
  const results = known.length > 0 ? await selectKeyResults(ctx, inArray(keyResults.id, known)) : []
  const standings = new Map(results.map(({ id, standing }) => [id, standing]))
  const goals = new Map<string, ProductGoal[]>()
  for (const { productId, keyResultId, number, title } of links) {
    const standing = standings.get(keyResultId)
    if (!standing) continue
    const goal = { objective: { key: objectiveKey(number), title }, standing }
    goals.set(productId, [...(goals.get(productId) ?? []), goal])
  }
  return goals
}

/** The link "Objective" of many products' threads, in four queries; none before the first objective with a key result. */
export async function objectiveLinks(
  ctx: OpCtx,
  products: readonly Product[],
): Promise<Map<string, ThreadLink>> {
  const [known] = await ctx.db
    .select({ total: count() })
    .from(keyResults)
    .innerJoin(objectives, own(ctx, objectives, eq(objectives.id, keyResults.objectiveId)))
    .where(own(ctx, keyResults, and(isNull(keyResults.droppedAt), ne(objectives.state, "closed"))))
  if (!known?.total || products.length === 0) return new Map()
  const goals = await goalsOf(
    ctx,
    products.map(({ id }) => id),
  )
  const slug = ctx.caller.workspace?.slug ?? ""
  const links = products.map(({ id, ownerName }): [string, ThreadLink] => {
    const mine = goals.get(id) ?? []
    const [only] = new Set(mine.map(({ objective }) => objective.key))
    const href = only ? `/${slug}/strategy/objectives/${only}` : `/${slug}/strategy/coverage`
    return [id, { id: "objective", name: "Objective", href, ...describeGoals(mine, ownerName) }]
  })
  return new Map(links)
}
