import { isFiltered } from "@/components/backlog/prepare-filter"
import { parseFilter } from "@/server/backlog/domain/item-filter"
import { WORKSHOP_LIMITS } from "@/server/workshops/domain/workshop"

/** What the start page begins with, from its address: items by key, or a filter of the backlog. */
export function selectionOf(params: URLSearchParams) {
  const keys = (params.get("items") ?? "")
    .split(",")
    .map((key) => key.trim().slice(0, 40))
    .filter(Boolean)
    .slice(0, WORKSHOP_LIMITS.items)
  if (keys.length > 0) return { keys: [...new Set(keys)] }
  const { frameworkKey: _, sort: __, ...filter } = parseFilter(params)
  return isFiltered({ ...filter, sort: [] }) ? { filter } : {}
}
