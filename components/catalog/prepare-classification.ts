import { askedRows } from "@/components/shell/prepare-pages"
import { type ClassificationFilter, classificationFilter } from "@/server/catalog/domain/asset"
import { counted } from "@/server/kernel/domain/counted"

/** What the page of classification asks for; reads what it understands of an address and leaves out the rest. */
export function classificationInput(params: URLSearchParams) {
  const asked = { search: (params.get("q") ?? "").slice(0, 200), levels: params.getAll("level") }
  const whole = classificationFilter.safeParse(asked)
  const filter = whole.success ? whole.data : classificationFilter.parse({ search: asked.search })
  return { filter, ...askedRows(params) }
}

/** The filter as an address; a changed filter begins at the first page. */
export function classificationParams({ search, levels }: ClassificationFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (search) params.set("q", search)
  for (const level of levels) params.append("level", level)
  return params
}

type Sums = { total: number; unknown: number; assets: number; fields: number }

/** One line: what all data amounts to, then the products that were found. */
export function classificationState(sums: Sums, filtered: boolean): string {
  const { total, unknown, assets, fields } = sums
  const parts = [
    counted(assets, "data asset"),
    fields === 0 ? "every field classified" : `${counted(fields, "field")} not classified`,
    filtered && `${counted(total, "product")} found`,
    unknown > 0 && `${counted(unknown, "product")} of unknown level`,
  ].filter((part) => typeof part === "string")
  return parts.join(", ")
}

/** "12 data assets belong to no product". */
export const looseWords = (loose: number) =>
  `${counted(loose, "data asset")} ${loose === 1 ? "belongs" : "belong"} to no product`
