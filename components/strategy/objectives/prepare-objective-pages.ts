import { askedRows } from "@/components/shell/prepare-pages"
import { parseObjectiveFilter } from "@/server/strategy/domain/objective-filter"

/** What to ask the server for; page and browser ask the same. */
export const listInput = (params: URLSearchParams) => ({
  filter: parseObjectiveFilter(params),
  ...askedRows(params),
})
