import { inArray, isNull, ne, or } from "drizzle-orm"
import { z } from "zod"
import { keyResults, objectives } from "@/db/schema/objectives"
import { query } from "@/server/kernel/operation"
import type { Coverage } from "./domain/coverage"
import { summaryOf } from "./domain/grade"
import { selectCells, selectProducts } from "./internal/coverage-rows"
import { selectKeyResults } from "./internal/key-result-rows"
import { selectObjectives } from "./internal/objective-rows"

/**
 * Objectives that are not closed × products that are not retired, and which works on which. With domains only their
 * products, and the objectives of those domains, of none, and those the shown products work on.
 */
export const getCoverage = query("strategy.getCoverage", {
  permission: "strategy.read",
  at: "rows",
  input: z.object({ domainIds: z.array(z.uuid()).max(100).default([]) }),
  async run(ctx, { domainIds }): Promise<Coverage> {
    const filtered = domainIds.length > 0
    const products = await selectProducts(ctx, domainIds)
    const results = await selectKeyResults(ctx, isNull(keyResults.droppedAt), ne(objectives.state, "closed"))
    const { cells, worked } = await selectCells(ctx, results, products, !filtered)
    const touched = new Set(cells.map(({ keyResultId }) => keyResultId))
    const reached = results.filter(({ id }) => touched.has(id)).map(({ objectiveId }) => objectiveId)
    const rows = await selectObjectives(
      ctx,
      ne(objectives.state, "closed"),
      filtered
        ? or(
            inArray(objectives.domainId, domainIds),
            isNull(objectives.domainId),
            inArray(objectives.id, reached),
          )
        : undefined,
    )
    const byObjective = Map.groupBy(results, ({ objectiveId }) => objectiveId)
    return {
      products,
      cells,
      objectives: rows.toReversed().map(({ description: _, ...row }) => {
        const own = byObjective.get(row.id) ?? []
        return {
          ...row,
          keyResults: own,
          summary: summaryOf(own.map(({ standing }) => standing)),
          worked: worked.has(row.id),
        }
      }),
    }
  },
})
