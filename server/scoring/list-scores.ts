import { and, asc, eq, inArray, lt, notInArray } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { frameworks, scores } from "@/db/schema/scoring"
import { countItems, selectItems } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import { query } from "@/server/kernel/operation"
import { missingCriteria } from "./domain/check-inputs"
import { scoringViewSchema } from "./domain/scoring-filter"
import { describeRound, openRound } from "./internal/blind"
import {
  describeFramework,
  type FrameworkRow,
  fetchFramework,
  selectFrameworks,
} from "./internal/framework-rows"
import { groupBy } from "./internal/group-by"
import { withinScoring } from "./internal/reach"
import { nameOf, type ScoreRow, scoredIds, selectScores } from "./internal/score-rows"
import { describeSetAside } from "./internal/set-aside"

/** One's own latest values under earlier versions, newest version first. */
async function ownEarlier(ctx: OpCtx, framework: FrameworkRow, itemIds: string[]) {
  if (framework.version === 1 || itemIds.length === 0)
    return new Map<string, { version: number; inputs: ScoreRow["inputs"] }>()
  const versions = await selectFrameworks(
    ctx,
    eq(frameworks.key, framework.key),
    lt(frameworks.version, framework.version),
  )
  const versionOf = new Map(versions.map(({ id, version }) => [id, version]))
  const rows = await selectScores(
    ctx,
    inArray(scores.frameworkId, [...versionOf.keys()]),
    eq(scores.userId, ctx.userId),
    inArray(scores.itemId, itemIds),
  )
  const sorted = rows
    .map(({ itemId, frameworkId, inputs }) => ({ itemId, version: versionOf.get(frameworkId) ?? 0, inputs }))
    .sort((a, b) => a.version - b.version)
  return new Map(sorted.map(({ itemId, ...earlier }) => [itemId, earlier]))
}

function gridScores(framework: FrameworkRow, userId: string, rows: ScoreRow[], blind: boolean) {
  const mine = rows.find((row) => row.userId === userId)
  const others = rows.filter((row) => row !== mine)
  const complete = mine !== undefined && missingCriteria(framework.definition, mine.inputs).length === 0
  return {
    mine: mine
      ? {
          inputs: mine.inputs,
          note: mine.note,
          version: mine.version,
          updatedAt: mine.updatedAt,
          carriedFrom: mine.carriedFrom,
        }
      : null,
    otherCount: others.length,
    others:
      complete && !blind
        ? others.map((row) => ({ userId: row.userId, name: nameOf(row), inputs: row.inputs }))
        : null,
  }
}

/**
 * The scoring grid: items in manual order, each with the caller's own values under this version. What others gave comes
 * once the caller has scored the item in full (silent scoring first, to keep the first number from leading the rest), in a blind round at its reveal;
 * `earlier` is what the caller gave under an earlier version, which does not count here.
 * `todo` leaves out the items that the caller has scored. Without statuses, open items only.
 */
export const listScores = query("scoring.listScores", {
  permission: "scoring.read",
  at: "rows",
  input: scoringViewSchema.extend({
    todo: z.boolean().default(false),
    offset: z.number().int().min(0).max(1_000_000).default(0),
    limit: z.number().int().min(1).max(200).default(100),
  }),
  async run(ctx, { frameworkKey, version, filter, todo, offset, limit }) {
    const framework = await fetchFramework(ctx, frameworkKey, version)
    const mine = scoredIds(ctx, framework.id, eq(scores.userId, ctx.userId))
    const conditions = [withinScoring(ctx), todo ? notInArray(items.id, mine) : undefined]
    const [total, page] = await Promise.all([
      countItems(ctx, filter, ...conditions),
      selectItems(ctx, filter, ...conditions)
        .orderBy(asc(items.rank), asc(items.id))
        .limit(limit)
        .offset(offset),
    ])
    const ids = page.map(({ id }) => id)
    const given = ids.length
      ? await selectScores(ctx, and(eq(scores.frameworkId, framework.id), inArray(scores.itemId, ids)))
      : []
    const byItem = groupBy(given, ({ itemId }) => itemId)
    const earlier = await ownEarlier(ctx, framework, ids)
    const round = await openRound(ctx, framework.key)
    return {
      framework: describeFramework(framework),
      blind: round ? await describeRound(ctx, framework, round) : null,
      /** The caller's own values that a cancelled round set aside. */
      setAside: await describeSetAside(ctx, framework.id),
      total,
      items: page.map((item) => ({
        ...item,
        ...gridScores(framework, ctx.userId, byItem.get(item.id) ?? [], round !== undefined),
        earlier: earlier.get(item.id) ?? null,
      })),
    }
  },
})
