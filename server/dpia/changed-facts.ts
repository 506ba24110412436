import type { OpCtx } from "@/server/kernel/context"
import { type FactChange, factChanges } from "./domain/known-facts"
import { type FactKind, notedFacts, presentFacts } from "./internal/known-facts"

/**
 * What has changed since the present versions of these screenings or assessments were handed in, or were judged to cover
 * it; only those with changes, by id. What was handed in before facts were kept, and what is about one item, is left out.
 * It asks no permission.
 */
export async function changedFacts(
  ctx: OpCtx,
  kind: FactKind,
  ids: readonly string[],
): Promise<Map<string, FactChange[]>> {
  const noted = await notedFacts(ctx, kind, ids)
  if (noted.length === 0) return new Map()
  const present = await presentFacts(ctx, [...new Set(noted.map(({ productId }) => productId))])
  return new Map(
    noted.flatMap(({ id, productId, facts }): [string, FactChange[]][] => {
      const changes = factChanges(facts, present.get(productId) ?? [])
      return changes.length > 0 ? [[id, changes]] : []
    }),
  )
}
