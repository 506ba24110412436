import { inArray, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own, rowsOf } from "@/server/kernel/database"
import { type CardGrid, type CardSums, type GridLane, NO_SUMS } from "../domain/card-grid"
import { itemFilterSchema } from "../domain/item-filter"
import { LANES, type LaneBy } from "../domain/wip"
import { type BoardCard, selectCards } from "./board-cards"
import { compareLanes, laneOf, WITHOUT } from "./lane-condition"
import { laneNames } from "./lane-names"

export const LANES_SHOWN = 60

/** What a board or the roadmap is asked for. */
export const cardGridInput = z.object({
  filter: itemFilterSchema.prefault({}),
  laneBy: z.enum(LANES).nullable().default(null),
  perCell: z.number().int().min(1).max(200).default(20),
})

type Wanted = {
  /** Which items. */
  conditions: (SQL | undefined)[]
  /** The column of an item, as text. */
  column: SQL
  columns: readonly string[]
  laneBy: LaneBy | null
  perCell: number
}
type Placed = CardSums & { lane: string | null; column: string; id: string }

/**
 * Cards by column and lane: the first of each cell by rank, and the sums of cells, lanes and columns. By label an item
 * lies in several lanes; a column counts it once.
 */
export async function cardGrid(ctx: OpCtx, wanted: Wanted): Promise<CardGrid<BoardCard>> {
  const { laneBy, columns } = wanted
  const [placed, sums, lanes] = await Promise.all([
    firstOfCells(ctx, wanted),
    sumsBy(ctx, wanted, wanted.column),
    laneBy === null ? null : sumsBy(ctx, wanted, laneOf[laneBy]),
  ])
  const names =
    laneBy &&
    (await laneNames(
      ctx,
      laneBy,
      (lanes ?? []).flatMap(({ value }) => value ?? []),
    ))
  const all: Omit<GridLane<BoardCard>, "cells">[] = laneBy
    ? (lanes ?? []).map(({ value, ...lane }) => ({
        ...lane,
        value,
        name: value === null ? WITHOUT[laneBy] : (names?.get(value) ?? "Another item"),
      }))
    : [{ value: null, name: "", ...NO_SUMS }]
  if (laneBy) all.sort(compareLanes(laneBy))
  const shown = all.slice(0, LANES_SHOWN)
  const cards = await fetchCards(ctx, placed, shown)
  const byCell = Map.groupBy(placed, ({ lane, column }) => `${lane ?? ""} ${column}`)
  return {
    laneBy,
    columns: columns.map((column) => {
      const { value: _, ...sum } = sums.find(({ value }) => value === column) ?? { value: column, ...NO_SUMS }
      return { column, ...sum, hasMoreThanCounted: false }
    }),
    lanes: shown.map((lane) => ({
      ...lane,
      cells: columns.map((column) => {
        const inCell = byCell.get(`${lane.value ?? ""} ${column}`) ?? []
        const { total, sum, unestimated } = inCell[0] ?? NO_SUMS
        const shownCards = inCell.flatMap(({ id }) => cards.get(id) ?? [])
        return { column, total, sum, unestimated, hasMoreThanCounted: false, items: shownCards }
      }),
    })),
    moreLanes: all.length - shown.length,
  }
}

const SUMS = sql`count(*)::int as total, coalesce(sum(estimate), 0)::float8 as sum, (count(*) - count(estimate))::int as unestimated`

function sumsBy(ctx: OpCtx, { conditions, column, columns }: Wanted, by: SQL) {
  const among = sql`${column} in ${[...columns]}`
  return rowsOf<CardSums & { value: string | null }>(
    ctx.db,
    sql`select value, ${SUMS} from (select ${by} as value, ${items.estimate} as estimate from ${items}
      where ${own(ctx, items, among, ...conditions)}) placed group by value`,
  )
}

/** Ids of the first cards of each cell, with what the whole cell adds up to. */
function firstOfCells(ctx: OpCtx, { conditions, column, laneBy, perCell }: Wanted): Promise<Placed[]> {
  const lane = laneBy ? laneOf[laneBy] : sql`null::text`
  return rowsOf<Placed>(
    ctx.db,
    sql`select lane, "column", id, total, sum, unestimated from (
        select lane, "column", id, row_number() over (partition by lane, "column" order by rank, id) as place,
          count(*) over cell::int as total, coalesce(sum(estimate) over cell, 0)::float8 as sum,
          (count(*) over cell - count(estimate) over cell)::int as unestimated
        from (select ${lane} as lane, ${column} as "column", ${items.id} as id, ${items.rank} as rank, ${items.estimate} as estimate
          from ${items} where ${own(ctx, items, ...conditions)}) placed
        window cell as (partition by lane, "column")) numbered
      where place <= ${perCell} order by place`,
  )
}

async function fetchCards(
  ctx: OpCtx,
  placed: readonly Placed[],
  lanes: readonly { value: string | null }[],
): Promise<Map<string, BoardCard>> {
  const shown = new Set(lanes.map(({ value }) => value))
  const ids = [...new Set(placed.filter(({ lane }) => shown.has(lane)).map(({ id }) => id))]
  if (ids.length === 0) return new Map()
  const cards = await selectCards(ctx, inArray(items.id, ids))
  return new Map(cards.map((card) => [card.id, card]))
}
