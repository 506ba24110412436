import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { isRelative } from "./domain/framework"
import { scoringViewSchema } from "./domain/scoring-filter"
import { describeRound, openRound } from "./internal/blind"
import { withFramework } from "./internal/expected-framework"
import { describeFramework } from "./internal/framework-rows"
import type { RankedRow } from "./internal/ranking"
import { type RankingView, rankingView } from "./internal/ranking-view"
import { describeSetAside } from "./internal/set-aside"

// Field by field: spreading a hundred rows takes longer than reading them.
function rankedRow({ item, rank, score, tie, lifts, holdsDown, scorers, result, detail }: RankedRow) {
  const { worked, sentence, category = null } = result
  const { dots, incomplete, split } = detail
  return {
    item,
    rank,
    score,
    tie,
    lifts,
    holdsDown,
    scorers,
    worked,
    category,
    sentence,
    dots,
    incomplete,
    split,
  }
}

function unscoredRows({ partial, untouched }: RankingView, blind: boolean) {
  const reason = blind ? "You have not scored it yet" : "Nobody has scored it yet"
  return [
    ...partial.map(({ item, reason, missing, given }) => ({ item, reason, missing, scorers: given.length })),
    ...untouched.map((item) => ({ item, reason, missing: [] as string[], scorers: 0 })),
  ]
}

const pageSchema = z.object({
  offset: z.number().int().min(0).max(1_000_000).default(0),
  limit: z.number().int().min(0).max(1000).default(200),
})

/**
 * The items of a filter by score, highest first, each with the reasons; computed from the stored inputs at this moment.
 * Items without a score are a group of their own. Without statuses, open items only. `earlier` counts items that have
 * scores under other versions of the framework, which do not count here. In a blind round (`blind`) the ranking is
 * made of the caller's own values alone.
 */
export const rankItems = query("scoring.rankItems", {
  permission: "scoring.read",
  at: "rows",
  input: scoringViewSchema.extend({
    page: pageSchema.prefault({}),
    unscored: pageSchema.prefault({ limit: 50 }),
  }),
  async run(ctx, { frameworkKey, version, filter, page, unscored }) {
    const pages = { page, unscored }
    const {
      framework,
      state,
      result: view,
    } = await withFramework(ctx, { key: frameworkKey, version }, (expected, asked) =>
      rankingView(ctx, expected, filter, pages, asked),
    )
    const round = state.blind ? await openRound(ctx, frameworkKey) : undefined
    const setAside = state.aside ? await describeSetAside(ctx, framework.id) : null
    const { ranked, partial: _, untouched: __, ...numbers } = view
    return {
      framework: describeFramework(framework),
      /** The scores depend on the other items of the list. */
      relative: isRelative(framework.definition),
      blind: round ? await describeRound(ctx, framework, round) : null,
      /** The caller's own values that a cancelled round set aside. */
      setAside,
      ...numbers,
      ranked: ranked.map(rankedRow),
      unscored: unscoredRows(view, state.blind),
    }
  },
})
