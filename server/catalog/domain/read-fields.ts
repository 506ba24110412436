import { parse } from "csv-parse/sync"
import { type FieldInput, MOST_FIELDS } from "./asset"

export type ReadFields = { fields: FieldInput[]; problems: { line: number; message: string }[] }

const HEADERS: Record<keyof FieldInput, readonly string[]> = {
  name: ["name", "field", "column", "column_name", "field_name", "spalte", "feld", "nom", "champ"],
  type: ["type", "data_type", "datatype", "datentyp", "typ"],
  description: ["description", "comment", "beschreibung", "remarks", "kommentar"],
  nullable: ["nullable", "is_nullable", "null", "optional", "null?"],
}
const NO = new Set(["no", "n", "false", "0", "not null", "nein", "non", "required"])

const delimiterOf = (line: string) =>
  [",", ";", "\t", "|"]
    .map((mark) => ({ mark, count: line.split(mark).length }))
    .sort((a, b) => b.count - a.count)[0]!

type Place = Partial<Record<keyof FieldInput, number>>

/** Where each column stands when the first line is a header; without one: name, type, description, nullable. */
function placesOf(cells: readonly string[]): { places: Place; header: boolean } {
  const words = cells.map((cell) => cell.trim().toLowerCase().replaceAll(" ", "_"))
  const places: Place = {}
  for (const [part, names] of Object.entries(HEADERS) as [keyof FieldInput, readonly string[]][]) {
    const at = words.findIndex((word) => names.includes(word))
    if (at >= 0) places[part] = at
  }
  if (places.name !== undefined && (cells.length === 1 || Object.keys(places).length > 1))
    return { places, header: true }
  return { places: { name: 0, type: 1, description: 2, nullable: 3 }, header: false }
}

/** "order_id bigint not null": the form of a CREATE TABLE statement, one field per line. */
function readPlainLine(line: string): FieldInput | undefined {
  const [, quoted, bare, rest = ""] =
    /^(?:["`[](.+?)["`\]]|(\S+))\s*(.*)$/.exec(line.replace(/,\s*$/, "")) ?? []
  const name = quoted ?? bare
  if (!name) return undefined
  const nullable = !/\bnot\s+null\b|\bprimary\s+key\b/i.test(rest)
  const type = rest.replace(/\b(not\s+null|null|primary\s+key|unique|default\s+\S+)\b.*/i, "").trim()
  return { name, type: type.slice(0, 100), description: "", nullable }
}

function rowsOfCsv(text: string, delimiter: string): string[][] {
  return parse(text, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    bom: true,
  })
}

function fieldAt(cells: readonly string[], places: Place): FieldInput {
  const at = (part: keyof FieldInput) =>
    (places[part] === undefined ? "" : (cells[places[part]] ?? "")).trim()
  return {
    name: at("name"),
    type: at("type"),
    description: at("description"),
    nullable: !NO.has(at("nullable").toLowerCase()),
  }
}

function readRows(text: string): FieldInput[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "")
  const { mark, count } = delimiterOf(lines[0] ?? "")
  // A type such as numeric(10,2) has a comma too: separators have to be in the first line before any bracket.
  const separated = count > 1 && (lines[0] ?? "").split("(")[0]!.replace(/,\s*$/, "").includes(mark)
  if (!separated && lines.some((line) => /\s/.test(line.trim()))) {
    return lines.flatMap((line) => readPlainLine(line.trim()) ?? [])
  }
  const rows = rowsOfCsv(text, separated ? mark : ",")
  const { places, header } = placesOf(rows[0] ?? [])
  return rows.slice(header ? 1 : 0).map((cells) => fieldAt(cells, places))
}

/**
 * Fields from pasted text: CSV with or without a header (separated by comma, semicolon, tab or bar), or one per line as
 * in CREATE TABLE. Lines that cannot be kept are told by number, counted over the fields that were read.
 */
export function readFields(text: string): ReadFields {
  let rows: FieldInput[]
  try {
    rows = readRows(text.replace(/^\uFEFF/, ""))
  } catch (error) {
    const message = error instanceof Error ? error.message : "unreadable"
    return { fields: [], problems: [{ line: 1, message: `The text is not CSV: ${message}` }] }
  }
  const problems: ReadFields["problems"] = []
  const seen = new Set<string>()
  const fields = rows.filter((field, index) => {
    const line = index + 1
    const key = field.name.toLowerCase()
    if (field.name === "") problems.push({ line, message: "Field without a name" })
    else if (field.name.length > 200)
      problems.push({ line, message: "The name has more than 200 characters" })
    else if (seen.has(key)) problems.push({ line, message: `${field.name} stands twice` })
    else {
      seen.add(key)
      return true
    }
    return false
  })
  if (fields.length > MOST_FIELDS) {
    problems.push({ line: MOST_FIELDS + 1, message: `An asset has at most ${MOST_FIELDS} fields` })
  }
  return { fields: fields.slice(0, MOST_FIELDS), problems }
}
