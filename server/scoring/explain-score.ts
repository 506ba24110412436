import { eq } from "drizzle-orm"
import { z } from "zod"
import { frameworks, scores } from "@/db/schema/scoring"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { COMBINE_RULE, combineScores } from "./domain/combine"
import { describeFramework, type FrameworkRow, selectFrameworks } from "./internal/framework-rows"
import { scopeOf } from "./internal/own-scores"
import { fetchPlaced } from "./internal/placed-item"
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
    scorers: rows.map(({ userId, inputs, note, updatedAt, ...row }, index) => ({
      userId,
      name: nameOf(row),
      inputs,
      note,
      updatedAt,
      own: combined.own[index]!.result,
    })),
  }
}

/**
 * Why an item has its score: who gave what and when, medians, the formula with the values put in, where people are
 * split and what they wrote, and what it came to under other versions of the framework.
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
    const rows = await selectScores(ctx, eq(scores.itemId, item.id))
    const under = ({ id }: FrameworkRow) => rows.filter((row) => row.frameworkId === id)
    const explained = explain(framework, under(framework))
    return {
      item,
      framework: describeFramework(framework),
      combineRule: COMBINE_RULE,
      ...explained,
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
          },
        ]
      }),
    }
  },
})
