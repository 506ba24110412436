import { unionAll } from "drizzle-orm/pg-core"
import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { ITEM_STATUSES } from "./domain/item"
import { itemFilterSchema } from "./domain/item-filter"
import { compareRanks } from "./domain/rank"
import { columnCondition, selectCards } from "./internal/board-cards"

/** The board: for each status (those of the filter, or all) the first cards by rank and the number of all. One query. */
export const listBoard = query("backlog.listBoard", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({
    filter: itemFilterSchema.prefault({}),
    perColumn: z.number().int().min(1).max(200).default(50),
  }),
  async run(ctx, { filter, perColumn }) {
    const wanted = filter.statuses.length > 0 ? filter.statuses : ITEM_STATUSES
    const statuses = ITEM_STATUSES.filter((status) => wanted.includes(status))
    const branches = statuses.map((status) =>
      selectCards(ctx, columnCondition(ctx, filter, status), perColumn),
    )
    const [first, second, ...rest] = branches
    const rows = second ? await unionAll(first!, second, ...rest) : await first!
    const columns = statuses.map((status) => {
      const cards = rows.filter((row) => row.status === status).sort(compareRanks)
      return { status, total: cards[0]?.total ?? 0, items: cards.map(({ total: _, ...card }) => card) }
    })
    return { columns }
  },
})
