import type { Criterion } from "./criterion"
import { formatInput } from "./format-score"
import type { Framework } from "./framework"
import { describePosition, scalePosition } from "./scale-position"
import type { ScoredResult } from "./score-result"

export type RankReasons = { lifts: string | null; holdsDown: string | null }

type Pull = { criterion: Criterion; value: number; pull: number }

/**
 * One sentence for the term that lifts the score most and one for the term that holds it down most, judged by
 * where each value stands on its own scale (weighted, where there are weights), never against other items.
 */
export function rankReasons(framework: Framework, result: ScoredResult): RankReasons {
  if (framework.method === "moscow" || framework.method === "kano") return categoryReasons(framework, result)
  let best: Pull | null = null
  let worst: Pull | null = null
  for (const { criterion: key, value, weight = 1 } of result.terms) {
    const criterion = framework.criteria.find((one) => one.key === key)
    if (!criterion) continue
    const position = scalePosition(criterion.scale, value)
    const pull = ((criterion.direction === "cost" ? 1 - position : position) - 0.5) * weight
    if (!best || pull > best.pull) best = { criterion, value, pull }
    if (!worst || pull < worst.pull) worst = { criterion, value, pull }
  }
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
