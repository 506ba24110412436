import { z } from "zod"
import { OPEN_STATUSES } from "@/server/backlog/domain/item"
import { type ItemFilter, itemFilterSchema } from "@/server/backlog/domain/item-filter"

/** Closed items are scored and ranked only when somebody asks for their status: they wait for no decision. */
export function openUnlessAsked(filter: ItemFilter): ItemFilter {
  return filter.statuses.length > 0 ? filter : { ...filter, statuses: [...OPEN_STATUSES] }
}

/** Which framework and which items a view is about. Without a version the latest counts. */
export const scoringViewSchema = z.object({
  frameworkKey: z.string().min(1).max(40),
  version: z.number().int().min(1).optional(),
  filter: itemFilterSchema.prefault({}).transform(openUnlessAsked),
})
