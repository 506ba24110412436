import type { Lifecycle, NamedPerson } from "@/server/products/domain/product"
import type { KeyResultRow, ListedObjective } from "./objective-row"

/** How much of a product works on a key result: the product itself, and so many of its open items. */
export type CoverageCell = {
  keyResultId: string
  /** Null for items without a product. */
  productId: string | null
  linked: boolean
  items: number
}

export type CoverageProduct = {
  id: string
  slug: string
  name: string
  lifecycle: Lifecycle
  domain: { id: string; name: string }
  owner: NamedPerson | null
  openItems: number
}

export type Coverage = {
  objectives: (ListedObjective & { worked: boolean })[]
  products: CoverageProduct[]
  cells: CoverageCell[]
}

/** A column of the map: an objective, or one of its key results. */
export type CoverageColumn = {
  id: string
  objective: ListedObjective & { worked: boolean }
  keyResult: KeyResultRow | null
}

export type Count = { linked: boolean; items: number }

const none: Count = { linked: false, items: 0 }
const add = (a: Count, b: Count): Count => ({ linked: a.linked || b.linked, items: a.items + b.items })

export type CoverageMap = {
  columns: CoverageColumn[]
  /** What stands in a cell; nothing there counts as nothing. */
  at: (productId: string | null, columnId: string) => Count
  /** Items without a product that work on something. */
  hasLoose: boolean
  orphanObjectives: (ListedObjective & { worked: boolean })[]
  orphanProducts: CoverageProduct[]
}

/**
 * The map objectives × products. An item that works on two key results of an objective counts for each of them.
 * Orphans: objectives on which no product, open item or initiative works; products that neither work on a key result
 * themselves nor have an open item that does.
 */
export function coverageMap(
  { objectives, products, cells }: Coverage,
  by: "objective" | "keyResult",
): CoverageMap {
  const columns = objectives.flatMap((objective): CoverageColumn[] =>
    by === "objective"
      ? [{ id: objective.id, objective, keyResult: null }]
      : objective.keyResults.map((keyResult) => ({ id: keyResult.id, objective, keyResult })),
  )
  const columnOf = new Map(
    objectives.flatMap(({ id, keyResults }) =>
      keyResults.map((result) => [result.id, by === "objective" ? id : result.id] as const),
    ),
  )
  const counts = new Map<string, Count>()
  for (const { keyResultId, productId, linked, items } of cells) {
    const place = `${productId ?? ""} ${columnOf.get(keyResultId) ?? ""}`
    counts.set(place, add(counts.get(place) ?? none, { linked, items }))
  }
  const covered = new Set(cells.map(({ productId }) => productId))
  return {
    columns,
    at: (productId, columnId) => counts.get(`${productId ?? ""} ${columnId}`) ?? none,
    hasLoose: covered.has(null),
    orphanObjectives: objectives.filter(({ worked }) => !worked),
    orphanProducts: products.filter(({ id }) => !covered.has(id)),
  }
}

/** "product and 3 items", "3 items", "product"; undefined for nothing. */
export function countWords({ linked, items }: Count): string | undefined {
  const words = [linked && "product", items > 0 && (items === 1 ? "1 item" : `${items} items`)]
  return words.filter((word) => word !== false).join(" and ") || undefined
}
