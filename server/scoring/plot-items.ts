import { and, asc, eq, notInArray } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { scores } from "@/db/schema/scoring"
import { countItems, type SelectedItem, selectItems } from "@/server/backlog/select-items"
import { ruleBroken } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { median } from "./domain/combine"
import { axesOf, type MatrixAxes, splitOf } from "./domain/matrix"
import { scoringViewSchema } from "./domain/scoring-filter"
import { openRound } from "./internal/blind"
import { describeFramework, fetchFramework } from "./internal/framework-rows"
import { groupBy } from "./internal/group-by"
import { withinScoring } from "./internal/reach"
import { isOneOf, type ScoreRow, selectScores } from "./internal/score-rows"

/** Dots of one matrix; more would be a stain. */
const MOST_DOTS = 2_000

/**
 * The items of a filter placed by two criteria of a framework: the medians of all scorers, or only the caller's own
 * values (`mine`; always in a blind round, where nobody is sent what others gave). Each with the caller's own values,
 * which dragging a dot changes. Items without a place are beside the matrix. Without statuses, open items only.
 * @throws NOT_FOUND, RULE_BROKEN when the framework has no two criteria to draw by.
 */
export const plotItems = query("scoring.plotItems", {
  permission: "scoring.read",
  at: "rows",
  input: scoringViewSchema.omit({ version: true }).extend({
    x: z.string().max(40).optional(),
    y: z.string().max(40).optional(),
    mine: z.boolean().default(false),
    unplaced: z.number().int().min(1).max(200).default(50),
  }),
  async run(ctx, { frameworkKey, filter, x, y, mine, unplaced }) {
    const framework = await fetchFramework(ctx, frameworkKey)
    const axes = axesOf(framework.definition, x, y)
    if (!axes)
      throw ruleBroken(
        `${framework.definition.name} has no benefit and cost to place items by. Choose another framework`,
      )
    const blind = (await openRound(ctx, framework.key)) !== undefined
    const onlyMine = mine || blind
    const given = await selectScores(
      ctx,
      and(eq(scores.frameworkId, framework.id), onlyMine ? eq(scores.userId, ctx.userId) : undefined),
    )
    const byItem = groupBy(given, ({ itemId }) => itemId)
    const placed = [...byItem].flatMap(([id, rows]) => placeOf(axes, id, rows) ?? [])
    const placedIds = placed.map(({ id }) => id)
    const among = isOneOf(items.id, placedIds)
    const inOrder = [asc(items.rank), asc(items.id)]
    const [shown, total, beside] = await Promise.all([
      placed.length > 0
        ? selectItems(ctx, filter, withinScoring(ctx), among)
            .orderBy(...inOrder)
            .limit(MOST_DOTS)
        : [],
      countItems(ctx, filter, withinScoring(ctx)),
      selectItems(
        ctx,
        filter,
        withinScoring(ctx),
        placedIds.length > 0 ? notInArray(items.id, placedIds) : undefined,
      )
        .orderBy(...inOrder)
        .limit(unplaced),
    ])
    const placeById = new Map(placed.map((place) => [place.id, place]))
    const dots = shown.map((item) => {
      const { x: across, y: up, scorers } = placeById.get(item.id)!
      return { ...faceOf(item), x: across, y: up, scorers, mine: mineOf(ctx.userId, byItem.get(item.id)) }
    })
    return {
      framework: describeFramework(framework),
      axes: { x: axes.x.key, y: axes.y.key },
      blind,
      onlyMine,
      split: splitOf(framework.definition, axes, dots),
      dots,
      unplaced: beside.map((item) => ({ ...faceOf(item), mine: mineOf(ctx.userId, byItem.get(item.id)) })),
      unplacedTotal: total - dots.length,
    }
  },
})

const faceOf = ({ id, key, title, type, status, ownerName, productId, productName }: SelectedItem) => ({
  id,
  key,
  title,
  type,
  status,
  ownerName,
  productId,
  productName,
})

/** The medians of two criteria; undefined while one of them has no value. */
function placeOf({ x, y }: MatrixAxes, id: string, rows: readonly ScoreRow[]) {
  const valuesOf = (key: string) =>
    rows.flatMap(({ inputs }) => (typeof inputs[key] === "number" ? [inputs[key]] : []))
  const [across, up] = [median(valuesOf(x.key)), median(valuesOf(y.key))]
  const scorers = rows.filter(({ inputs }) => inputs[x.key] != null || inputs[y.key] != null).length
  return across === null || up === null ? undefined : { id, x: across, y: up, scorers }
}

function mineOf(userId: string, rows: readonly ScoreRow[] | undefined) {
  const row = rows?.find((one) => one.userId === userId)
  return row ? { inputs: row.inputs, version: row.version } : null
}
