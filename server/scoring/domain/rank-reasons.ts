import type { Criterion } from "./criterion"
import { formatInput } from "./format-score"
import type { Framework } from "./framework"
import { describePosition, scalePosition } from "./scale-position"
import type { ScoredResult } from "./score-result"

export type RankReasons = { lifts: string | null; holdsDown: string | null }

/**
 * One sentence for the term that lifts the score most and one for the term that holds it down most, judged by
 * where each value stands on its own scale (weighted, where there are weights), never against other items.
 */
export function rankReasons(framework: Framework, result: ScoredResult): RankReasons {
  if (framework.method === "moscow" || framework.method === "kano") return categoryReasons(framework, result)
  const byKey = new Map(framework.criteria.map((criterion) => [criterion.key, criterion]))
  const pulls = result.terms.flatMap((term) => {
    const criterion = byKey.get(term.criterion)
    if (!criterion) return []
    const position = scalePosition(criterion.scale, term.value)
    const favour = (criterion.direction === "cost" ? 1 - position : position) - 0.5
    return [{ criterion, value: term.value, pull: favour * (term.weight ?? 1) }]
  })
  const best = pulls.reduce<(typeof pulls)[number] | null>((a, b) => (a && a.pull >= b.pull ? a : b), null)
  const worst = pulls.reduce<(typeof pulls)[number] | null>((a, b) => (a && a.pull <= b.pull ? a : b), null)
  const differ = best && worst && best.criterion !== worst.criterion
  const lifts = best && (differ || best.pull >= 0) ? `Lifted by ${phrase(best.criterion, best.value)}.` : null
  const holdsDown =
    worst && (differ || worst.pull < 0) ? `Held down by ${phrase(worst.criterion, worst.value)}.` : null
  return { lifts, holdsDown }
}

/** A class or a category is its own reason. */
function categoryReasons({ method }: Framework, { category = "", counts }: ScoredResult): RankReasons {
  if (method === "moscow")
    return { lifts: `Placed by its class, ${category}, and in it by hand.`, holdsDown: null }
  const all = counts?.reduce((sum, { count }) => sum + count, 0) ?? 0
  const most = counts?.find((one) => one.category === category)?.count ?? 0
  return { lifts: `${category} for ${most} of ${all} who answered.`, holdsDown: null }
}

function phrase(criterion: Criterion, value: number): string {
  const less = criterion.direction === "cost" ? ", less is better" : ""
  return `${criterion.name.toLowerCase()} ${formatInput(value)} (${describePosition(criterion, value)}${less})`
}
