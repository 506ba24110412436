import { inArray } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import type { ThreadLink } from "@/server/products/domain/thread-link"
import type { CombinedScore } from "./domain/combine"
import { describeStanding, type ProductStanding } from "./domain/product-standing"
import { rankItems } from "./domain/rank"
import { blindKeys } from "./internal/blind"
import type { FrameworkRow } from "./internal/framework-rows"
import { groupBy, largest } from "./internal/group-by"
import { fetchOpenScores, latestFrameworks, type OpenItem } from "./internal/open-scores"
import { asScorers, type ScoreRow } from "./internal/score-rows"

const categoryOf = ({ result }: CombinedScore) =>
  result.status === "scored" ? (result.category ?? null) : null

type Product = { id: string; ownerName: string | null }

function standingOf(
  framework: FrameworkRow,
  open: readonly OpenItem[],
  given: readonly ScoreRow[],
  blind: boolean,
): ProductStanding {
  const byItem = groupBy(given, ({ itemId }) => itemId)
  const rankable = open.map((item) => ({ ...item, scorers: asScorers(byItem.get(item.id) ?? []) }))
  const { ranked } = rankItems(rankable, framework.definition)
  const [first] = ranked
  const split = ranked.filter(({ combined }) => combined.split.length > 0)
  const byTwo = ranked.filter(({ id }) => (byItem.get(id)?.length ?? 0) >= 2)
  const { name, method } = framework.definition
  return {
    framework: { key: framework.key, name, method },
    open: open.length,
    scored: ranked.length,
    byTwo: byTwo.length,
    // Until the reveal nobody is told what others gave, here neither.
    split: blind ? [] : split.map(({ key }) => key),
    top:
      first && !blind ? { key: first.key, score: first.score, category: categoryOf(first.combined) } : null,
    scoredAt:
      given
        .map(({ updatedAt }) => updatedAt)
        .sort()
        .at(-1) ?? null,
  }
}

/**
 * The link "Score" of many products' threads, in a few queries. A product is judged by the framework, at its latest
 * version, under which most of its open items are scored: settled when two people or more scored every one of them.
 */
export async function scoreLinks(ctx: OpCtx, products: readonly Product[]): Promise<Map<string, ThreadLink>> {
  const frameworks = await latestFrameworks(ctx)
  const fallback = [...frameworks.values()][0]
  if (!fallback) return new Map()
  const blind = await blindKeys(ctx)
  const ids = products.map(({ id }) => id)
  const found = await fetchOpenScores(ctx, [...frameworks.keys()], inArray(items.productId, ids))
  const openOf = groupBy(found.items, ({ productId }) => productId)
  const productOf = new Map(found.items.map(({ id, productId }) => [id, productId]))
  const givenOf = groupBy(found.given, ({ itemId }) => productOf.get(itemId) ?? null)
  const slug = ctx.caller.workspace?.slug ?? ""
  const links = products.map(({ id, ownerName }): [string, ThreadLink] => {
    const byFramework = groupBy(givenOf.get(id) ?? [], ({ frameworkId }) => frameworkId)
    const [frameworkId, given] = largest(byFramework, ({ itemId }) => itemId) ?? ["", []]
    const framework = frameworks.get(frameworkId) ?? fallback
    const standing = standingOf(framework, openOf.get(id) ?? [], given, blind.has(framework.key))
    const href = `/${slug}/backlog/scoring?product=${id}&framework=${framework.key}`
    return [id, { id: "score", name: "Score", href, ...describeStanding(standing, ownerName) }]
  })
  return new Map(links)
}
