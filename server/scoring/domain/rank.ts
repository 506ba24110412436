import { type CombinedScore, combineScores, type ScorerInputs } from "./combine"
import type { Framework } from "./framework"
import { type RankReasons, rankReasons } from "./rank-reasons"

/** The rule for equal scores, in the words the page shows. */
export const TIE_RULE = "Items with the same score are ordered by their key, and marked."

export type RankableItem = { id: string; key: string; title: string; scorers: readonly ScorerInputs[] }

export type RankedItem = RankReasons & {
  id: string
  key: string
  title: string
  /** 1 for the first. */
  rank: number
  score: number
  combined: CombinedScore
  /** Says that other items have the same score, naming up to three; null when there is no tie. */
  tie: string | null
}

export type UnscoredItem = {
  id: string
  key: string
  title: string
  combined: CombinedScore
  missing: string[]
  /** Why there is no score, and what would give it one. */
  reason: string
}

export type Ranking = { ranked: RankedItem[]; unscored: UnscoredItem[] }

/** Orders FUL-9 before FUL-10: prefix by code units, then number, then the id. */
export function compareKeys(a: { key: string; id: string }, b: { key: string; id: string }): number {
  const [prefixA, numberA] = splitKey(a.key)
  const [prefixB, numberB] = splitKey(b.key)
  return (
    byCodeUnits(prefixA, prefixB) || numberA - numberB || byCodeUnits(a.key, b.key) || byCodeUnits(a.id, b.id)
  )
}

const byCodeUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function splitKey(key: string): [string, number] {
  const match = /^(.*?)(\d{1,15})$/.exec(key)
  return match ? [match[1]!, Number(match[2])] : [key, 0]
}

/**
 * Orders items by their combined score, highest first, each with its reasons; items without a score come in a
 * group of their own, by key. Absolute: adding or removing items changes no score and no relative order.
 */
export function rankItems(items: readonly RankableItem[], framework: Framework): Ranking {
  const scored: { item: RankableItem; score: number; combined: CombinedScore; reasons: RankReasons }[] = []
  const unscored: UnscoredItem[] = []
  for (const item of items) {
    const combined = combineScores(framework, item.scorers)
    const { result } = combined
    if (result.status === "scored")
      scored.push({ item, score: result.score, combined, reasons: rankReasons(framework, result) })
    else unscored.push(unscoredItem(item, combined, framework))
  }
  scored.sort((a, b) => b.score - a.score || compareKeys(a.item, b.item))
  unscored.sort(compareKeys)
  const keysByScore = new Map<number, string[]>()
  for (const { item, score } of scored) {
    const keys = keysByScore.get(score)
    if (keys) keys.push(item.key)
    else keysByScore.set(score, [item.key])
  }
  const ranked = scored.map(({ item: { id, key, title }, score, combined, reasons }, index): RankedItem => {
    const tie = tieSentence(key, keysByScore.get(score) ?? [])
    return { id, key, title, rank: index + 1, score, combined, ...reasons, tie }
  })
  return { ranked, unscored }
}

function tieSentence(key: string, same: string[]): string | null {
  if (same.length < 2) return null
  const others = same.slice(0, 4).filter((other) => other !== key)
  const shown = others.slice(0, 3).join(", ")
  const more = same.length > 4 ? ` and ${same.length - 4} more` : ""
  return `Same score as ${shown}${more}; placed by key.`
}

function unscoredItem(
  { id, key, title, scorers }: RankableItem,
  combined: CombinedScore,
  framework: Framework,
): UnscoredItem {
  const { result } = combined
  const missing = result.status === "missing" ? result.missing : []
  const names = framework.criteria
    .filter((criterion) => missing.includes(criterion.key))
    .map(({ name }) => name)
  const reason =
    result.status === "invalid"
      ? result.problems.map((problem) => problem.message).join("; ")
      : scorers.length === 0
        ? "Nobody has scored it yet"
        : `Missing: ${names.join(", ")}`
  return { id, key, title, combined, missing, reason }
}
