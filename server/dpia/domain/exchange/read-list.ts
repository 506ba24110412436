import type { JsonValue } from "@/server/kernel/domain/plain-json"
import type { Kept } from "../assessment-fields"
import { isObject, type Raw } from "./exchange-values"

/** "error": this entry cannot be used here; it is kept in the file's remains and written back. "note": something to know. */
export type ExchangeProblem = { path: string; level: "error" | "note"; message: string }

export const EXCHANGE_LISTS = ["answers", "measures", "evaluations", "comments"] as const
type ExchangeList = (typeof EXCHANGE_LISTS)[number]
/** Most entries of one list. */
const MOST = 5000

/** One reading of a document: what was found wrong, and what is left over of each list. */
export type Reading = {
  document: Kept
  problems: ExchangeProblem[]
  left: Record<ExchangeList, JsonValue[]>
}

export const beginReading = (document: Kept): Reading => ({
  document,
  problems: [],
  left: { answers: [], measures: [], evaluations: [], comments: [] },
})

export function note({ problems }: Reading, path: string, message: string): void {
  problems.push({ path, level: "note", message })
}

/** Says that an entry cannot be used, at one of its fields. */
export type Refuse = (field: string, message: string) => undefined

function refuser(reading: Reading, list: ExchangeList, index: number, entry: JsonValue): Refuse {
  return (field, message) => {
    const path = `${list}[${index}]${field && `.${field}`}`
    reading.problems.push({ path, level: "error", message })
    reading.left[list].push(entry)
    return undefined
  }
}

/** Goes through a list of the document; what `read` refuses is left over. What stands in its place and is no list gives nothing. */
export function eachOf<T>(
  reading: Reading,
  list: ExchangeList,
  read: (entry: Kept, refuse: Refuse, index: number) => T | undefined,
): T[] {
  const entries: Raw = reading.document[list]
  if (entries === undefined || entries === null) return []
  if (!Array.isArray(entries)) {
    reading.problems.push({ path: list, level: "error", message: `“${list}” is not a list` })
    return []
  }
  return entries.flatMap((entry, index) => {
    const no = refuser(reading, list, index, entry)
    if (!isObject(entry)) return no("", "This is not an object") ?? []
    if (index >= MOST) return no("", `A list has at most ${MOST} entries`) ?? []
    return read(entry, no, index) ?? []
  })
}
