import { isFiltered } from "@/components/backlog/prepare-filter"
import { parseFilter } from "@/server/backlog/domain/item-filter"
import { WORKSHOP_LIMITS } from "@/server/workshops/domain/workshop"

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

const listOf = (text: string | null): string[] => {
  const parts = (text ?? "").split(",").map((part) => part.trim().slice(0, 40))
  return [...new Set(parts.filter(Boolean))].slice(0, WORKSHOP_LIMITS.items)
}

/** What the start page begins with, from its address: items by key or id, or a filter of the backlog. */
export function selectionOf(params: URLSearchParams) {
  const keys = listOf(params.get("items"))
  if (keys.length > 0) return { keys }
  const ids = listOf(params.get("ids")).filter((id) => UUID.test(id))
  if (ids.length > 0) return { ids }
  const { frameworkKey: _, sort: __, ...filter } = parseFilter(params)
  return isFiltered({ ...filter, sort: [] }) ? { filter } : {}
}
