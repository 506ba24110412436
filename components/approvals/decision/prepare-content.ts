/** Plain JSON as the server sends it. */
export type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

export type Shown =
  | { kind: "words"; words: string }
  | { kind: "list"; items: Shown[] }
  | { kind: "facts"; facts: { label: string; value: Shown }[] }
  | { kind: "table"; columns: string[]; rows: Shown[][] }

const isObject = (value: Json): value is { [key: string]: Json } =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const isFlat = (value: Json) => typeof value !== "object" || value === null

/** "residualRisk" and "residual_risk" → "Residual risk". */
export function labelOf(key: string): string {
  const words = key
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/[_-]+/g, " ")
    .trim()
    .toLowerCase()
  return words === "" ? key : words.charAt(0).toUpperCase() + words.slice(1)
}

function wordsOf(value: string | number | boolean | null): string {
  if (value === null || value === "") return "–"
  if (value === true) return "Yes"
  return value === false ? "No" : String(value)
}

const MOST_COLUMNS = 6

const FIRST = ["key", "number", "title", "name", "label", "question"]
const place = (key: string) => (FIRST.includes(key) ? FIRST.indexOf(key) : FIRST.length)

/** The canonical text has its keys in alphabetical order; what a thing is called reads best at the front. */
const inReadingOrder = (keys: readonly string[]) => [...keys].sort((a, b) => place(a) - place(b))

/** Objects that share a few flat members read best as a table. */
function columnsOf(rows: { [key: string]: Json }[]): string[] | undefined {
  const columns = inReadingOrder([...new Set(rows.flatMap((row) => Object.keys(row)))])
  const flat = rows.every((row) => Object.values(row).every(isFlat))
  return flat && rows.length > 1 && columns.length > 0 && columns.length <= MOST_COLUMNS ? columns : undefined
}

/** How any canonical content is laid out for reading: nothing is left out, and nothing is interpreted. */
export function showContent(value: Json): Shown {
  if (Array.isArray(value)) {
    if (value.length === 0) return { kind: "words", words: "None" }
    const objects = value.filter(isObject)
    const columns = objects.length === value.length ? columnsOf(objects) : undefined
    if (columns) {
      const rows = objects.map((row) => columns.map((column) => showContent(row[column] ?? null)))
      return { kind: "table", columns: columns.map(labelOf), rows }
    }
    return { kind: "list", items: value.map(showContent) }
  }
  if (isObject(value)) {
    const keys = inReadingOrder(Object.keys(value))
    if (keys.length === 0) return { kind: "words", words: "None" }
    return {
      kind: "facts",
      facts: keys.map((key) => ({ label: labelOf(key), value: showContent(value[key] ?? null) })),
    }
  }
  return { kind: "words", words: wordsOf(value) }
}
