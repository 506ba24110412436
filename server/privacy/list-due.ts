import { inArray, or, sql } from "drizzle-orm"
import { z } from "zod"
import { dataAssets } from "@/db/schema/catalog"
import { retentionAssignments, retentionRules } from "@/db/schema/privacy-retention"
import { pageInput } from "@/server/kernel/domain/page"
import { query } from "@/server/kernel/operation"
import { contains } from "@/server/products/within-reach"
import { dueFilter } from "./domain/due-filter"
import { DUE_ORDER, type DueState } from "./domain/retention-dates"
import { selectDue } from "./internal/retention-rows"

const PLACES = new Map(DUE_ORDER.map((state, place) => [state, place]))

/**
 * One page of what is due where, the most urgent first. `total` and `states`, how many are in which state, count
 * everything that the filter finds; for that the dates of all are computed.
 */
export const listDue = query("privacy.listDue", {
  permission: "catalog.read",
  at: "rows",
  input: z.object({
    filter: dueFilter.prefault({}),
    ...pageInput,
  }),
  async run(ctx, { filter: { search, states, ids }, offset, limit }) {
    const all = await selectDue(
      ctx,
      ids.length > 0 ? inArray(retentionAssignments.id, ids) : undefined,
      search
        ? or(contains(sql`${dataAssets.name}`, search), contains(sql`${retentionRules.name}`, search))
        : undefined,
    )
    const found = all.filter(({ state }) => states.length === 0 || states.includes(state))
    const counted = (state: DueState) => found.filter((row) => row.state === state).length
    // What is due on one day keeps its order by asset.
    found.sort((a, b) => PLACES.get(a.state)! - PLACES.get(b.state)!)
    return {
      due: found.slice(offset, offset + limit),
      total: found.length,
      states: Object.fromEntries(DUE_ORDER.map((state) => [state, counted(state)])) as Record<
        DueState,
        number
      >,
    }
  },
})
