import { sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { query } from "@/server/kernel/operation"
import { type CardGrid, NO_SUMS } from "./domain/card-grid"
import { ITEM_STATUSES } from "./domain/item"
import { compareRanks } from "./domain/rank"
import { type BoardCard, boardConditions, COUNTED, selectBoard } from "./internal/board-cards"
import { cardGrid, cardGridInput } from "./internal/card-grid"

/**
 * The board: for each status (those of the filter, or all) the first cards by rank, with number and estimates of all of
 * them, in lanes when asked for. Without lanes they are counted up to 500; `hasMoreThanCounted` says that `total` and
 * `sum` stand for that or more.
 */
export const listBoard = query("backlog.listBoard", {
  permission: "backlog.read",
  at: "rows",
  input: cardGridInput,
  async run(ctx, { filter, laneBy, perCell }): Promise<CardGrid<BoardCard>> {
    const wanted = filter.statuses.length > 0 ? filter.statuses : ITEM_STATUSES
    const statuses = ITEM_STATUSES.filter((status) => wanted.includes(status))
    if (laneBy) {
      const conditions = [...boardConditions(ctx, filter), sql`${items.status} in ${statuses}`]
      return cardGrid(ctx, { conditions, column: sql`${items.status}`, columns: statuses, laneBy, perCell })
    }
    const rows = await selectBoard(ctx, filter, statuses, perCell)
    const cells = statuses.map((status) => {
      const cards = rows.filter((row) => row.status === status).sort(compareRanks)
      const { total, sum, unestimated } = cards[0] ?? NO_SUMS
      return {
        column: status,
        total,
        sum,
        unestimated,
        hasMoreThanCounted: total >= COUNTED,
        items: cards.map(({ total: _, sum: __, unestimated: ___, ...card }) => card),
      }
    })
    return {
      laneBy,
      columns: cells.map(({ items: _, ...column }) => column),
      lanes: [{ value: null, name: "", ...NO_SUMS, cells }],
      moreLanes: 0,
    }
  },
})
