import { sql } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { query } from "@/server/kernel/operation"
import { ITEM_STATUSES } from "./domain/item"
import { itemFilterSchema } from "./domain/item-filter"
import { selectColumn } from "./internal/board-cards"

/** The cards of one column of the board that follow `after`, the last card shown so far. */
export const listColumn = query("backlog.listColumn", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({
    status: z.enum(ITEM_STATUSES),
    filter: itemFilterSchema.prefault({}),
    after: z
      .object({ rank: z.string().max(1000), id: z.uuid() })
      .nullable()
      .default(null),
    limit: z.number().int().min(1).max(200).default(50),
  }),
  async run(ctx, { status, filter, after, limit }) {
    const beyond = after && sql`(${items.rank}, ${items.id}) > (${after.rank}, ${after.id}::uuid)`
    return { items: await selectColumn(ctx, filter, status, beyond ?? undefined).limit(limit) }
  },
})
