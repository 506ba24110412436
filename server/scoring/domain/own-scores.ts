import type { ScorerInputs } from "./combine"
import { type Framework, isRelative } from "./framework"
import { scoreInputs } from "./score"
import type { Values } from "./score-result"
import { scoreTogether } from "./score-together"

/**
 * What each rater's own values come to, items × raters; null where a criterion is missing. Relative methods score the
 * items of one rater against each other.
 */
export function ownScores(
  framework: Framework,
  items: readonly { itemId: string; scorers: readonly ScorerInputs[] }[],
  raters: readonly string[],
): (number | null)[][] {
  const place = new Map(raters.map((id, index) => [id, index]))
  const together = new Map<number, Map<string, Values>>()
  const rows = items.map(({ itemId, scorers }) => {
    const row: (number | null)[] = raters.map(() => null)
    for (const { scorerId, inputs } of scorers) {
      const rater = place.get(scorerId)
      if (rater === undefined) continue
      const result = scoreInputs(framework, inputs)
      if (result.status === "scored") row[rater] = result.score
      if (result.status !== "relative") continue
      const mine = together.get(rater) ?? new Map<string, Values>()
      together.set(rater, mine.set(itemId, result.values))
    }
    return row
  })
  if (!isRelative(framework)) return rows
  const at = new Map(items.map(({ itemId }, index) => [itemId, index]))
  for (const [rater, values] of together) {
    for (const [itemId, result] of scoreTogether(framework, values))
      if (result.status === "scored") rows[at.get(itemId)!]![rater] = result.score
  }
  return rows
}
