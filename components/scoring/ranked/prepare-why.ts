import { describeInput, nameScore } from "@/server/scoring/domain/format-score"
import type { ScoreResult } from "@/server/scoring/domain/score-result"
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
  return framework.definition.criteria.map((criterion) => {
    const { key, name, unit } = criterion
    const words = (value: number) => describeInput(framework.definition, criterion, value)
    const spread = spreads.find(({ criterion }) => criterion === key)
    const median = spread?.median ?? null
    const cells = scorers.map(({ userId, inputs, note }): GivenCell => {
      const value = inputs[key] ?? null
      const apart = onSplit.has(key) && spread !== undefined && value !== null && isFarthest(value, spread)
      return { userId, text: value === null ? MISSING : words(value), note, apart }
    })
    return { key, name, unit, cells, median: median === null ? MISSING : words(median) }
  })
}

type Spread = { low: number | null; high: number | null; median: number | null }

function isFarthest(value: number, { low, high, median }: Spread): boolean {
  if (low === null || high === null || median === null) return false
  return Math.abs(value - median) === Math.max(high - median, median - low)
}

/** A result as one figure: the score, or the dash of what is missing. */
export function resultText(framework: Explanation["framework"], result: ScoreResult): string {
  if (result.status !== "scored") return MISSING
  return nameScore(framework.definition.method, result)
}

/** Why there is no score, by the names of the criteria. Null when there is one. */
export function missingWords({ framework, result, scorers }: Explanation): string | null {
  if (result.status === "scored") return null
  if (result.status === "invalid") return result.problems.map(({ message }) => message).join(". ")
  if (result.status === "relative") return null
  if (scorers.length === 0) return "Nobody has scored it yet"
  const names = framework.definition.criteria
    .filter(({ key }) => result.missing.includes(key))
    .map(({ name }) => name)
  return `Nobody gave ${names.join(", ").toLowerCase()}`
}

type Given = { userId: string; inputs: Readonly<Record<string, number | null>> }

/** "Hugo Brandt: User-business value was 3, now 8", for every value that differs from what was revealed. */
export function changedSince(
  definition: Explanation["framework"]["definition"],
  before: readonly Given[],
  now: readonly (Given & { name: string })[],
): string[] {
  const words = (criterion: (typeof definition.criteria)[number], value: number | null | undefined) =>
    value == null ? "not given" : describeInput(definition, criterion, value)
  return now.flatMap(({ userId, name, inputs }) => {
    const then = before.find((one) => one.userId === userId)
    if (!then) return []
    return definition.criteria.flatMap((criterion) => {
      const [was, is] = [then.inputs[criterion.key] ?? null, inputs[criterion.key] ?? null]
      if (was === is) return []
      return [`${name}: ${criterion.name} was ${words(criterion, was)}, now ${words(criterion, is)}`]
    })
  })
}
