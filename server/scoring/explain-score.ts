import { eq } from "drizzle-orm"
import { z } from "zod"
import { frameworks, scores } from "@/db/schema/scoring"
import { EMPTY_FILTER } from "@/server/backlog/domain/item-filter"
import type { OpCtx } from "@/server/kernel/context"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { combineRule, combineScores } from "./domain/combine"
import { isRelative } from "./domain/framework"
import { openUnlessAsked } from "./domain/scoring-filter"
import { describeRound, openRound, revealedWith } from "./internal/blind"
import { describeFramework, type FrameworkRow, selectFrameworks } from "./internal/framework-rows"
import { scopeOf } from "./internal/own-scores"
import { fetchPlaced } from "./internal/placed-item"
import { rankScored } from "./internal/ranking"
import { asScorers, nameOf, type ScoreRow, selectScores } from "./internal/score-rows"

function explain(framework: FrameworkRow, rows: ScoreRow[]) {
  const combined = combineScores(framework.definition, asScorers(rows))
  return {
    result: combined.result,
    spreads: combined.spreads,
    split: combined.split.map((criterion) => ({
      criterion,
      voices: rows.flatMap(({ note, inputs, ...row }) => {
        const value = inputs[criterion]
        return note && typeof value === "number"
          ? [{ userId: row.userId, name: nameOf(row), value, note }]
          : []
      }),
    })),
    scorers: rows.map(({ userId, inputs, note, updatedAt, carriedFrom, ...row }, index) => ({
      userId,
      name: nameOf(row),
      inputs,
      note,
      updatedAt,
      /** The version these values were carried over from; null where the person gave them here. */
      carriedFrom,
      own: combined.own[index]!.result,
    })),
  }
}

/** Relative methods: the score among all open items the caller may see. Null for an item that is not among them. */
async function relativeResult(ctx: OpCtx, framework: FrameworkRow, itemId: string) {
  const { ranked } = await rankScored(ctx, framework, openUnlessAsked(EMPTY_FILTER))
  return ranked.find(({ id }) => id === itemId)?.combined.result ?? null
}

/**
 * Why an item has its score: who gave what and when, medians, the formula with the values put in, where people are
 * split and what they wrote, what it came to under other versions of the framework, and what people had given when a
 * blind round was revealed. While one is open, only the caller's own values.
 * @throws NOT_FOUND, FORBIDDEN.
 */
export const explainScore = query("scoring.explainScore", {
  permission: "scoring.read",
  at: async (ctx, input) => scopeOf(await fetchPlaced(ctx, input)),
  input: z
    .object({
      itemId: z.uuid().optional(),
      itemKey: z.string().min(1).max(40).optional(),
      frameworkKey: z.string().min(1).max(40),
      version: z.number().int().min(1).optional(),
    })
    .refine(({ itemId, itemKey }) => itemId || itemKey, "Say which item, by id or by key"),
  async run(ctx, { frameworkKey, version, ...asked }) {
    const { item } = await fetchPlaced(ctx, asked)
    const versions = await selectFrameworks(ctx, eq(frameworks.key, frameworkKey))
    const framework = versions.find((row) => version === undefined || row.version === version)
    if (!framework) throw notFound("The framework")
    const round = await openRound(ctx, frameworkKey)
    const mine = round ? eq(scores.userId, ctx.userId) : undefined
    const rows = await selectScores(ctx, eq(scores.itemId, item.id), mine)
    const under = ({ id }: FrameworkRow) => rows.filter((row) => row.frameworkId === id)
    const explained = explain(framework, under(framework))
    const together =
      isRelative(framework.definition) && !round ? await relativeResult(ctx, framework, item.id) : null
    return {
      item,
      framework: describeFramework(framework),
      combineRule: combineRule(framework.definition),
      relative: isRelative(framework.definition),
      blind: round ? await describeRound(ctx, framework, round, item.id) : null,
      /** What the scorers had given at the latest reveal, before they talked. */
      revealed: round ? null : await revealedWith(ctx, framework, item.id),
      ...explained,
      result: together ?? explained.result,
      scoredAt:
        explained.scorers
          .map(({ updatedAt }) => updatedAt)
          .sort()
          .at(-1) ?? null,
      otherVersions: versions.flatMap((row) => {
        const given = under(row)
        if (row.id === framework.id || given.length === 0) return []
        const { result } = combineScores(row.definition, asScorers(given))
        return [
          {
            version: row.version,
            scorers: given.length,
            score: result.status === "scored" ? result.score : null,
            category: result.status === "scored" ? (result.category ?? null) : null,
          },
        ]
      }),
    }
  },
})
