import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { query } from "@/server/kernel/operation"
import { ITEM_STATUSES } from "./domain/item"
import { itemFilterSchema } from "./domain/item-filter"
import { LANES } from "./domain/wip"
import { boardConditions, selectCards } from "./internal/board-cards"
import { inLane } from "./internal/lane-condition"
import { quarterColumn, roadmapConditions } from "./internal/roadmap-conditions"

/** The cards of one column of the board (`status`) or of the roadmap (`quarter`) that follow `after`, by rank. */
export const listColumn = query("backlog.listColumn", {
  permission: "backlog.read",
  at: "rows",
  input: z
    .object({
      status: z.enum(ITEM_STATUSES).optional(),
      quarter: z.string().max(10).optional(),
      lane: z
        .object({ by: z.enum(LANES), value: z.string().max(200).nullable() })
        .nullable()
        .default(null),
      filter: itemFilterSchema.prefault({}),
      after: z
        .object({ rank: z.string().max(1000), id: z.uuid() })
        .nullable()
        .default(null),
      limit: z.number().int().min(1).max(200).default(50),
    })
    .refine(({ status, quarter }) => (status === undefined) !== (quarter === undefined), "Name one column"),
  async run(ctx, { status, quarter, lane, filter, after, limit }) {
    const beyond = after ? sql`(${items.rank}, ${items.id}) > (${after.rank}, ${after.id}::uuid)` : undefined
    const conditions = status
      ? [...boardConditions(ctx, filter), eq(items.status, status)]
      : [...roadmapConditions(ctx, filter), sql`${quarterColumn(ctx.now.slice(0, 10))} = ${quarter}`]
    const within = lane ? inLane(lane.by, lane.value) : undefined
    return { items: await selectCards(ctx, ...conditions, within, beyond).limit(limit) }
  },
})
