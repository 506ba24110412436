import { type CombinedScore, combineScores, type ScorerInputs } from "./combine"
import { type Framework, isRelative, keepsManualOrder } from "./framework"
import { type RankReasons, rankReasons } from "./rank-reasons"
import type { Values } from "./score-result"
import { scoreTogether } from "./score-together"

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

export function splitKey(key: string): [string, number] {
  const match = /^(.*?)(\d{1,15})$/.exec(key)
  return match ? [match[1]!, Number(match[2])] : [key, 0]
}

/** The combined scores by item id; relative methods score the complete items of the list against each other. */
function combineAll(items: readonly RankableItem[], framework: Framework): Map<string, CombinedScore> {
  const combined = new Map(items.map(({ id, scorers }) => [id, combineScores(framework, scorers)]))
  if (!isRelative(framework)) return combined
  const values = new Map<string, Values>()
  for (const [id, { result }] of combined) if (result.status === "relative") values.set(id, result.values)
  for (const [id, result] of scoreTogether(framework, values))
    combined.set(id, { ...combined.get(id)!, result })
  return combined
}

/**
 * Orders items by their combined score, highest first, each with its reasons; items without a score come in a
 * group of their own, by key. Unless the method is relative, adding or removing items changes no score and no
 * relative order. Methods of classes keep the order in which the items are given among equals.
 */
export function rankItems(items: readonly RankableItem[], framework: Framework): Ranking {
  const scored: { item: RankableItem; score: number; combined: CombinedScore; reasons: RankReasons }[] = []
  const unscored: UnscoredItem[] = []
  const all = combineAll(items, framework)
  for (const item of items) {
    const combined = all.get(item.id)!
    const { result } = combined
    if (result.status === "scored")
      scored.push({ item, score: result.score, combined, reasons: rankReasons(framework, result) })
    else unscored.push(unscoredItem(item, combined, framework))
  }
  const byHand = keepsManualOrder(framework)
  scored.sort((a, b) => b.score - a.score || (byHand ? 0 : compareKeys(a.item, b.item)))
  unscored.sort(compareKeys)
  const keysByScore = new Map<number, string[]>()
  for (const { item, score } of scored) {
    const keys = keysByScore.get(score)
    if (keys) keys.push(item.key)
    else keysByScore.set(score, [item.key])
  }
  const ranked = scored.map(({ item: { id, key, title }, score, combined, reasons }, index): RankedItem => {
    const same = keysByScore.get(score) ?? []
    const tie = byHand ? null : tieSentence(key, same.slice(0, 4), same.length)
    return { id, key, title, rank: index + 1, score, combined, ...reasons, tie }
  })
  return { ranked, unscored }
}

/** What to say of an item that shares its score with others; `first` are the first four keys of the `count` equals. */
export function tieSentence(key: string, first: readonly string[], count: number): string | null {
  if (count < 2) return null
  const shown = first
    .filter((other) => other !== key)
    .slice(0, 3)
    .join(", ")
  const more = count > 4 ? ` and ${count - 4} more` : ""
  return `Same score as ${shown}${more}; placed by key.`
}

/** Why an item has no score, in a sentence that names the criteria. */
export function unscoredItem(
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
