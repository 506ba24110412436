import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { ITEM_STATUSES } from "./domain/item"
import { itemFilterSchema } from "./domain/item-filter"
import { compareRanks } from "./domain/rank"
import { COUNTED, selectBoard } from "./internal/board-cards"

/**
 * The board: for each status (those of the filter, or all) the first cards by rank and the number of all cards. They
 * are counted up to 500; `hasMoreThanCounted` says that `total` stands for "500 or more".
 */
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
    const rows = await selectBoard(ctx, filter, statuses, perColumn)
    const columns = statuses.map((status) => {
      const cards = rows.filter((row) => row.status === status).sort(compareRanks)
      const total = cards[0]?.total ?? 0
      return {
        status,
        total,
        hasMoreThanCounted: total >= COUNTED,
        items: cards.map(({ total: _, ...card }) => card),
      }
    })
    return { columns }
  },
})
