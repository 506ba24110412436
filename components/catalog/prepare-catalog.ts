import { askedRows } from "@/components/shell/prepare-pages"
import type { Choice } from "@/components/ui/prepare-options"
import { type AssetFilter, assetFilter, UNKNOWN_LEVEL } from "@/server/catalog/domain/asset"
import type { EffectiveLevel } from "@/server/catalog/domain/level-rules"
import { levelName, rankOf, type Scheme } from "@/server/catalog/domain/scheme"
import { counted } from "@/server/kernel/domain/counted"
import type { Scope } from "@/server/kernel/domain/grants"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"

type State = "good" | "warning" | "bad" | "unknown"

/** How a level looks: nobody has classified is unknown, the upper half of the levels calls for care. */
export function levelState(scheme: Pick<Scheme, "levels">, levelKey: string | null): State | undefined {
  const rank = rankOf(scheme, levelKey)
  if (rank < 0) return "unknown"
  const top = scheme.levels.length - 1
  if (rank === top) return "bad"
  return rank >= top / 2 ? "warning" : undefined
}

/** "Confidential", "At least Confidential" while parts are unknown, "Unknown". */
export function levelWords(scheme: Pick<Scheme, "levels">, level: EffectiveLevel): string {
  if (level.known === null) return "Unknown"
  const name = levelName(scheme, level.known)
  return level.unknownParts > 0 ? `At least ${name}` : name
}

/** "2 of 14 fields not classified", "every field classified", "no fields yet". */
export function fieldsWords(fields: number, unknown: number): string {
  if (fields === 0) return "no fields yet"
  if (unknown === 0) return fields === 1 ? "its field is classified" : `all ${fields} fields classified`
  return `${unknown} of ${fields} ${fields === 1 ? "field" : "fields"} not classified`
}

/** Levels that can be chosen, highest last, with "Unknown" first where a filter asks. */
export function levelChoices(scheme: Pick<Scheme, "levels">, withUnknown = false): Choice[] {
  const levels = scheme.levels
    .filter(({ retired }) => !retired)
    .map(({ key, name }) => ({ value: key, label: name }))
  return withUnknown ? [{ value: UNKNOWN_LEVEL, label: "Unknown" }, ...levels] : levels
}

export const classChoices = (scheme: Scheme): Choice[] =>
  scheme.classes
    .filter(({ retired }) => !retired)
    .map(({ key, name, special }) => ({ value: key, label: name, ...(special && { hint: "Art. 9" }) }))

/** Where an asset lies, for the question who may do what with it. */
export const scopeOf = (product: { id: string; domainId: string } | null): Scope =>
  product ? { type: "product", productId: product.id, domainId: product.domainId } : WORKSPACE_SCOPE

const NAMES = { productIds: "product", kinds: "kind", levels: "level", ownerIds: "owner" } as const

/** The filter of the list as query parameters; a changed filter begins at the first page. */
export function assetFilterParams(filter: AssetFilter): URLSearchParams {
  const params = new URLSearchParams()
  if (filter.search) params.set("q", filter.search)
  for (const [part, name] of Object.entries(NAMES) as [keyof typeof NAMES, string][]) {
    for (const value of filter[part]) params.append(name, value)
  }
  if (filter.archived) params.set("archived", "1")
  return params
}

/** Reads it from an address; what cannot be read is left out. */
export function parseAssetFilter(params: URLSearchParams): AssetFilter {
  const parts = Object.entries(NAMES).map(([part, name]) => [part, params.getAll(name)])
  const asked = { search: params.get("q") ?? "", archived: params.get("archived") === "1" }
  const whole = assetFilter.safeParse({ ...asked, ...Object.fromEntries(parts) })
  if (whole.success) return whole.data
  const readable = parts.filter((part) => assetFilter.safeParse(Object.fromEntries([part])).success)
  return assetFilter.parse({ ...Object.fromEntries(readable), archived: asked.archived })
}

/** What the list asks for, on the server as in the browser. */
export const assetsInput = (params: URLSearchParams) => ({
  filter: parseAssetFilter(params),
  ...askedRows(params),
})

type Counted = { total: number; unknown: number }

/** One line about the list: "1,204 assets match, 12 of unknown level". */
export function assetsState({ total, unknown }: Counted, filtered: boolean): string {
  if (total === 0) return filtered ? "Nothing fits the filters" : "Nothing registered yet"
  const found = `${counted(total, "asset")}${filtered ? (total === 1 ? " matches" : " match") : ""}`
  return unknown > 0 ? `${found}, ${unknown.toLocaleString("en-GB")} of unknown level` : found
}

export const isEmptyAssetFilter = (filter: AssetFilter) => assetFilterParams(filter).size === 0
