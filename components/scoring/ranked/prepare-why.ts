import { formatInput, formatScore } from "@/server/scoring/domain/format-score"
import type { ScoreResult } from "@/server/scoring/domain/score"
import type { Explanation } from "../scoring-data"

export type GivenCell = { userId: string; text: string; note: string; apart: boolean }
export type GivenRow = { key: string; name: string; unit: string; cells: GivenCell[]; median: string }

const MISSING = "–"

/**
 * Who gave what: a row per criterion, a column per scorer, the median last. Where people are split, the values
 * farthest from the median stand out.
 */
export function givenRows({ framework, scorers, spreads, split }: Explanation): GivenRow[] {
  const onSplit = new Set(split.map(({ criterion }) => criterion))
  return framework.definition.criteria.map(({ key, name, unit }) => {
    const spread = spreads.find(({ criterion }) => criterion === key)
    const median = spread?.median ?? null
    const cells = scorers.map(({ userId, inputs, note }): GivenCell => {
      const value = inputs[key] ?? null
      const apart = onSplit.has(key) && spread !== undefined && value !== null && isFarthest(value, spread)
      return { userId, text: value === null ? MISSING : formatInput(value), note, apart }
    })
    return { key, name, unit, cells, median: median === null ? MISSING : formatInput(median) }
  })
}

type Spread = { low: number | null; high: number | null; median: number | null }

function isFarthest(value: number, { low, high, median }: Spread): boolean {
  if (low === null || high === null || median === null) return false
  return Math.abs(value - median) === Math.max(high - median, median - low)
}

/** A result as one figure: the score, or the dash of what is missing. */
export function resultText(framework: Explanation["framework"], result: ScoreResult): string {
  return result.status === "scored" ? formatScore(framework.definition.method, result.score) : MISSING
}

/** Why there is no score, by the names of the criteria. Null when there is one. */
export function missingWords({ framework, result, scorers }: Explanation): string | null {
  if (result.status === "scored") return null
  if (result.status === "invalid") return result.problems.map(({ message }) => message).join(". ")
  if (scorers.length === 0) return "Nobody has scored it yet"
  const names = framework.definition.criteria
    .filter(({ key }) => result.missing.includes(key))
    .map(({ name }) => name)
  return `Nobody gave ${names.join(", ").toLowerCase()}`
}
