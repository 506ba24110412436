import { query } from "@/server/kernel/operation"
import type { CardGrid } from "./domain/card-grid"
import { roadmapColumns } from "./domain/roadmap"
import type { BoardCard } from "./internal/board-cards"
import { cardGrid, cardGridInput } from "./internal/card-grid"
import { quarterColumn, roadmapConditions } from "./internal/roadmap-conditions"

/**
 * The roadmap by quarter: past quarters together, the present one, the four that follow, everything later, and open
 * items without a quarter; the first cards of each by rank with number and estimates of all. Without statuses in the
 * filter, dropped items are left out.
 */
export const listRoadmap = query("backlog.listRoadmap", {
  permission: "backlog.read",
  at: "rows",
  input: cardGridInput,
  async run(ctx, { filter, laneBy, perCell }): Promise<CardGrid<BoardCard>> {
    const today = ctx.now.slice(0, 10)
    const conditions = roadmapConditions(ctx, filter)
    const columns = roadmapColumns(today)
    return cardGrid(ctx, { conditions, column: quarterColumn(today), columns, laneBy, perCell })
  },
})
