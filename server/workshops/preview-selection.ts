import { asc, inArray } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { itemFilterSchema } from "@/server/backlog/domain/item-filter"
import { countItems, selectItems } from "@/server/backlog/select-items"
import { query } from "@/server/kernel/operation"
import { openUnlessAsked } from "@/server/scoring/domain/scoring-filter"
import { WORKSHOP_LIMITS } from "./domain/workshop"

/**
 * The items that a workshop would begin with: those of the keys or ids, or all that a filter shows (open ones, unless it asks
 * for states), in the backlog's order. `total` says how many there are; at most 100 come along.
 */
export const previewSelection = query("workshops.previewSelection", {
  permission: "workshops.facilitate",
  at: "rows",
  input: z.object({
    keys: z.array(z.string().min(1).max(40)).max(WORKSHOP_LIMITS.items).default([]),
    ids: z.array(z.uuid()).max(WORKSHOP_LIMITS.items).default([]),
    filter: itemFilterSchema.optional(),
  }),
  async run(ctx, { keys, ids, filter }) {
    if (keys.length + ids.length === 0 && !filter) return { total: 0, items: [] }
    const asked = filter ? openUnlessAsked(filter) : itemFilterSchema.parse({})
    const chosen = filter ? undefined : keys.length > 0 ? inArray(items.key, keys) : inArray(items.id, ids)
    const [total, rows] = await Promise.all([
      countItems(ctx, asked, chosen),
      selectItems(ctx, asked, chosen).orderBy(asc(items.rank), asc(items.id)).limit(WORKSHOP_LIMITS.items),
    ])
    return {
      total,
      items: rows.map(({ id, key, title, productName }) => ({ id, key, title, productName })),
    }
  },
})
