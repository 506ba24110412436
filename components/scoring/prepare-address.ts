import { filterHref } from "@/components/backlog/prepare-filter"
import { type ItemFilter, parseFilter } from "@/server/backlog/domain/item-filter"
import type { ListedFramework } from "./scoring-data"

export type ScoringMode = "ranked" | "score"

export const SCORING_PANELS = ["robustness", "agreement"] as const
export type ScoringPanel = (typeof SCORING_PANELS)[number]

/** What the address of the scoring page says; the filter is the one of the backlog. */
export type ScoringAddress = {
  filter: ItemFilter
  mode: ScoringMode
  /** The item explained beside the ranking, by key. */
  item: string | null
  /** An earlier version of the framework, to look at. */
  version: number | null
  /** Only items that I have not scored. */
  todo: boolean
  /** What is opened about the ranking as a whole: how sure its order is, or how much people agree. */
  panel: ScoringPanel | null
}

export function parseAddress(params: URLSearchParams): ScoringAddress {
  const version = Number(params.get("version"))
  return {
    filter: { ...parseFilter(params), sort: [] },
    mode: params.get("view") === "score" ? "score" : "ranked",
    item: params.get("item")?.slice(0, 40) || null,
    version: Number.isInteger(version) && version > 0 ? version : null,
    todo: params.get("todo") === "1",
    panel: SCORING_PANELS.find((panel) => panel === params.get("panel")) ?? null,
  }
}

export function addressHref(path: string, address: ScoringAddress): string {
  const { filter, mode, item, version, todo, panel } = address
  return filterHref(path, filter, {
    ...(mode === "score" && { view: "score" }),
    ...(item !== null && mode === "ranked" && { item }),
    ...(version !== null && mode === "ranked" && { version: String(version) }),
    ...(todo && mode === "score" && { todo: "1" }),
    ...(panel !== null && mode === "ranked" && { panel }),
  })
}

/** The framework of the address, else the one most items are scored with, else the first. */
export function chooseFramework(
  frameworks: readonly ListedFramework[],
  key: string | undefined,
): ListedFramework | undefined {
  const asked = frameworks.find((framework) => framework.key === key)
  if (asked) return asked
  return frameworks.reduce<ListedFramework | undefined>(
    (best, framework) => (best && best.used.items >= framework.used.items ? best : framework),
    undefined,
  )
}

/** Rows per request, of the ranking and of the grid. */
export const PAGE_SIZE = 100

/** The input of one page of the ranking. Page and server prefetch must build the very same. */
export function rankInput({ filter, version }: ScoringAddress, frameworkKey: string, page: number) {
  return {
    frameworkKey,
    ...(version !== null && { version }),
    filter: plainFilter(filter),
    page: { offset: page * PAGE_SIZE, limit: PAGE_SIZE },
    unscored: { offset: 0, limit: page === 0 ? UNSCORED_FIRST : 0 },
  }
}

/** Unscored items that come with the ranking. */
export const UNSCORED_FIRST = 20

/** The input of what is measured about the ranking as a whole. */
export function measureInput({ filter, version }: ScoringAddress, frameworkKey: string) {
  return { frameworkKey, ...(version !== null && { version }), filter: plainFilter(filter) }
}

/** The input of further unscored items: the ranking itself is left out. */
export function unscoredInput(address: ScoringAddress, frameworkKey: string, limit: number) {
  return {
    ...rankInput(address, frameworkKey, 0),
    page: { offset: 0, limit: 0 },
    unscored: { offset: 0, limit },
  }
}

/** The input of one page of the grid, which always takes scores under the latest version. */
export function gridInput({ filter, todo }: ScoringAddress, frameworkKey: string, page: number) {
  return { frameworkKey, filter: plainFilter(filter), todo, offset: page * PAGE_SIZE, limit: PAGE_SIZE }
}

const plainFilter = ({ frameworkKey: _, ...filter }: ItemFilter) => filter
