import { scores } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { combineScores } from "./domain/combine"
import { type FrameworkRow, selectFrameworks } from "./internal/framework-rows"
import { asScorers, isOneOf, type ScoreRow, selectScores } from "./internal/score-rows"

/** How far the scores of an item are. `missing`: criteria that nobody scored, by name. */
type ScoreCompleteness = {
  complete: boolean
  framework: { key: string; name: string; version: number }
  missing: string[]
  scorers: number
  at: string
}

/**
 * Whether items have a complete score: the framework, at its latest version, that is furthest. For closed items every
 * version counts, because a new version never rewrites finished work. Items without any score are missing.
 */
export async function completenessOf(
  ctx: OpCtx,
  asked: readonly { id: string; closed: boolean }[],
): Promise<Map<string, ScoreCompleteness>> {
  if (asked.length === 0) return new Map()
  const frameworks = await selectFrameworks(ctx)
  const latest = new Set(
    frameworks.filter((row, index) => frameworks[index - 1]?.key !== row.key).map(({ id }) => id),
  )
  const byId = new Map(frameworks.map((row) => [row.id, row]))
  const closed = new Map(asked.map((item) => [item.id, item.closed]))
  const rows = await selectScores(ctx, isOneOf(scores.itemId, closed.keys()))
  const counting = rows.filter(({ itemId, frameworkId }) => closed.get(itemId) || latest.has(frameworkId))
  const found = new Map<string, ScoreCompleteness>()
  for (const [place, given] of Map.groupBy(counting, (row) => `${row.itemId} ${row.frameworkId}`)) {
    const framework = byId.get(given[0]!.frameworkId)
    const itemId = place.slice(0, place.indexOf(" "))
    const one = framework && completenessUnder(framework, given)
    if (one && isFurther(one, found.get(itemId))) found.set(itemId, one)
  }
  return found
}

function completenessUnder(
  { key, version, definition }: FrameworkRow,
  given: readonly ScoreRow[],
): ScoreCompleteness {
  const { result } = combineScores(definition, asScorers(given))
  const nameOf = (wanted: string) =>
    definition.criteria.find((criterion) => criterion.key === wanted)?.name ?? wanted
  return {
    complete: result.status === "scored" || result.status === "relative",
    framework: { key, name: definition.name, version },
    missing: result.status === "missing" ? result.missing.map(nameOf) : [],
    scorers: given.length,
    at: given
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1)!,
  }
}

function isFurther(one: ScoreCompleteness, than: ScoreCompleteness | undefined): boolean {
  if (!than || one.complete !== than.complete) return !than || one.complete
  return one.missing.length < than.missing.length
}
