import { parseObjectiveFilter } from "@/server/strategy/domain/objective-filter"

export const PAGE = 50

/** The page of the address, from 1. */
export function pageOf(params: URLSearchParams): number {
  const page = Number(params.get("page"))
  return Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1
}

/** What to ask the server for; page and browser ask the same. */
export function listInput(params: URLSearchParams) {
  return { filter: parseObjectiveFilter(params), offset: (pageOf(params) - 1) * PAGE, limit: PAGE }
}
