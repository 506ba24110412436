import { type ColumnGuess, type FileOrigin, guessColumns } from "./guess-columns"
import { guessOwner, guessStatus, guessType, guessWords, type MemberName } from "./guess-values"
import { type ColumnTarget, type ImportMapping, importMappingSchema } from "./mapping"
import { type DateOrderGuess, guessDateOrder } from "./parse-date"
import type { SourceColumn, SourceRow } from "./source-row"

/** Different values remembered per column; a status column never has that many. */
const MAX_VALUES = 1000
const OBSERVED: readonly ColumnTarget[] = ["type", "status", "owner", "dueDate"]

export type MappingSuggestion = {
  origin: FileOrigin
  /** Not validated: a file without a title column gives a mapping the person must complete. */
  mapping: ImportMapping
  /** Words nobody could map: rows with an unknown type or status would be errors. */
  unknown: { types: string[]; statuses: string[]; owners: string[] }
  dates: ({ header: string } & DateOrderGuess)[]
}

/**
 * Watches the rows of a file go by and then suggests the whole mapping. Columns are guessed from the header, or given
 * by a person who changed them.
 */
export class MappingSuggester {
  readonly #origin: FileOrigin
  readonly #columns: readonly ColumnGuess[]
  readonly #values = new Map<string, Set<string>>()

  constructor(columns: readonly SourceColumn[], chosen?: readonly ColumnGuess[]) {
    const guess = guessColumns(columns)
    this.#origin = guess.origin
    this.#columns = chosen ?? guess.columns
    for (const { header, target } of this.#columns)
      if (OBSERVED.includes(target)) this.#values.set(header, new Set())
  }

  observe({ record }: SourceRow): void {
    for (const [header, values] of this.#values) {
      const cell = Object.hasOwn(record, header) ? record[header] : undefined
      const text = typeof cell === "string" ? cell : cell?.[0]
      if (text !== undefined && values.size < MAX_VALUES) values.add(text)
    }
  }

  finish(members: readonly MemberName[]): MappingSuggestion {
    const valuesOf = (target: ColumnTarget) => {
      const column = this.#columns.find((one) => one.target === target)
      return (column && this.#values.get(column.header)) ?? new Set<string>()
    }
    const types = guessWords(valuesOf("type"), guessType)
    const statuses = guessWords(valuesOf("status"), guessStatus)
    const owners = guessWords(valuesOf("owner"), (text) => guessOwner(text, members))
    const dates = this.#columns
      .filter(({ target }) => target === "dueDate")
      .map(({ header }) => ({ header, ...guessDateOrder(this.#values.get(header) ?? []) }))
    const orders = new Map(dates.map(({ header, order }) => [header, order]))
    const mapping: ImportMapping = {
      columns: this.#columns.map((column) => ({ ...column, dateOrder: orders.get(column.header) ?? null })),
      types: types.known,
      statuses: statuses.known,
      owners: owners.known,
      defaults: importMappingSchema.shape.defaults.parse(undefined),
      // Linear guards them as we do (stripLeadingSingleQuote of its own importer, @linear/import).
      unguardFormulas: this.#origin === "plumbline" || this.#origin === "linear",
    }
    const unknown = { types: types.unknown, statuses: statuses.unknown, owners: owners.unknown }
    return { origin: this.#origin, mapping, unknown, dates }
  }
}
