import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { isRelative } from "./domain/framework"
import { scoringViewSchema } from "./domain/scoring-filter"
import { describeRound, openRound } from "./internal/blind"
import { describeFramework, fetchFramework } from "./internal/framework-rows"
import type { RankedRow } from "./internal/ranking"
import { type RankingView, rankingView } from "./internal/ranking-view"
import { describeSetAside } from "./internal/set-aside"

function rankedRow({ result, detail, ...row }: RankedRow) {
  return {
    ...row,
    worked: result.worked,
    category: result.category ?? null,
    sentence: result.sentence,
    ...detail,
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
    const [framework, round] = await Promise.all([
      fetchFramework(ctx, frameworkKey, version),
      openRound(ctx, frameworkKey),
    ])
    const [view, setAside] = await Promise.all([
      rankingView(ctx, framework, filter, { page, unscored }, round !== undefined),
      describeSetAside(ctx, framework.id),
    ])
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
      unscored: unscoredRows(view, round !== undefined),
    }
  },
})
