import type { ConvertedRow } from "./converted-row"
import { type RowProblem, rowProblem } from "./row-problem"

type KeyedRow = Pick<ConvertedRow, "row" | "externalKey" | "externalId" | "itemKey" | "parentRef">

export type ParentOutcome = {
  /** Row number of the parent, when it is in the file too. */
  parentRow: number | null
  /** The parent as the file calls it, when it is not in the file: to be looked up among the items. */
  parentRef: string | null
}

/**
 * Remembers the keys of a file's rows while they stream by: finds a key used twice at once, and, when all rows are
 * seen, each row's parent and the rows that would be their own ancestors.
 */
export class RowKeys {
  readonly #rowByKey = new Map<string, number>()
  readonly #rowByItemKey = new Map<string, number>()
  readonly #rowById = new Map<string, number>()
  readonly #parents: { row: number; ref: string }[] = []

  /** Takes a row in. Returns a problem when the row's key is already that of another row. */
  add({ row, externalKey, externalId, itemKey, parentRef }: KeyedRow): RowProblem | null {
    for (const [key, rows] of [
      [externalKey, this.#rowByKey],
      [itemKey, this.#rowByItemKey],
    ] as const) {
      if (key === null) continue
      const first = rows.get(key)
      if (first !== undefined)
        return rowProblem(
          "error",
          row,
          null,
          key,
          `The key ${key} is already used by row ${first}. Keep one of the two rows`,
        )
      rows.set(key, row)
    }
    if (externalId !== null && !this.#rowById.has(externalId)) this.#rowById.set(externalId, row)
    if (parentRef) this.#parents.push({ row, ref: parentRef })
    return null
  }

  /** Parents by row number, for rows that name one, and an error for each row on a cycle. */
  resolveParents(): { parents: Map<number, ParentOutcome>; problems: RowProblem[] } {
    const parents = new Map<number, ParentOutcome>()
    for (const { row, ref } of this.#parents) {
      const parentRow =
        this.#rowByKey.get(ref) ?? this.#rowById.get(ref) ?? this.#rowByItemKey.get(ref) ?? null
      parents.set(row, { parentRow, parentRef: parentRow === null ? ref : null })
    }
    const problems = rowsOnCycles(parents).map((cycle) => {
      const path = cycle.rows.map((row) => `row ${row}`).join(" → ")
      return rowProblem(
        "error",
        cycle.row,
        null,
        null,
        `The row would be its own ancestor: ${path}. Correct the parent`,
      )
    })
    return { parents, problems }
  }
}

/** Every row that lies on a cycle of parents, with the way around; rows that only lead into one are fine. */
function rowsOnCycles(parents: ReadonlyMap<number, ParentOutcome>): { row: number; rows: number[] }[] {
  const finished = new Set<number>()
  const found: { row: number; rows: number[] }[] = []
  for (const start of parents.keys()) {
    const path: number[] = []
    const position = new Map<number, number>()
    let current: number | null = start
    while (current !== null && !finished.has(current) && !position.has(current)) {
      position.set(current, path.length)
      path.push(current)
      current = parents.get(current)?.parentRow ?? null
    }
    const from = current === null ? undefined : position.get(current)
    if (from !== undefined) {
      const cycle = path.slice(from)
      for (const row of cycle) found.push({ row, rows: shownCycle(cycle, row) })
    }
    for (const row of path) finished.add(row)
  }
  return found
}

/** The cycle starting and ending at `row`, at most eight rows of it. */
function shownCycle(cycle: number[], row: number): number[] {
  const at = cycle.indexOf(row)
  return [...cycle.slice(at), ...cycle.slice(0, at)].slice(0, 8).concat(row)
}
