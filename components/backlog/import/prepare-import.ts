import { ORIGIN_LABELS } from "@/server/backlog/domain/import/guess-columns"
import {
  COLUMN_TARGET_LABELS,
  COLUMN_TARGETS,
  type ColumnTarget,
  type ImportMapping,
  normaliseWord,
} from "@/server/backlog/domain/import/mapping"
import { ITEM_STATUS_LABELS, ITEM_STATUSES, ITEM_TYPE_LABELS, ITEM_TYPES } from "@/server/backlog/domain/item"
import { figure } from "@/server/kernel/domain/counted"
import type { Detection } from "./import-data"

export const STEPS = ["File", "Columns", "Check", "Import", "Result"] as const

/** The tool that wrote the file, as far as its columns tell. */
export const originWords = ({ origin, format }: Pick<Detection, "origin" | "format">) =>
  origin === "unknown" && format === "json" ? "JSON file" : ORIGIN_LABELS[origin]

export const rowCount = (rows: number) => `${figure(rows)} ${rows === 1 ? "row" : "rows"}`

/** "412 kB", "12.4 MB": decimal, as file managers show it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} bytes`
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

export const TARGET_OPTIONS = COLUMN_TARGETS.map((value) => ({ value, label: COLUMN_TARGET_LABELS[value] }))

/** First values of a column, joined; long ones are cut. */
export function samplesOf(detection: Pick<Detection, "samples">, header: string, shown = 3): string {
  const values = detection.samples.flatMap(({ cells }) => {
    const cell = cells[header]
    return cell ? [cell.length > 60 ? `${cell.slice(0, 60)}…` : cell] : []
  })
  return [...new Set(values)].slice(0, shown).join(" · ")
}

/** Another target for one column. A target that takes one column is taken from the column that had it. */
export function retarget(mapping: ImportMapping, header: string, target: ColumnTarget): ImportMapping {
  const shared = target === "labels" || target === "custom" || target === "ignore"
  const columns = mapping.columns.map((column) => {
    if (column.header === header) return { ...column, target }
    return !shared && column.target === target ? { ...column, target: "custom" as const } : column
  })
  return { ...mapping, columns }
}

/** Words are guessed anew for a column that became a status, type, owner or date; words chosen by hand stay. */
export const needsGuess = (target: ColumnTarget) => ["type", "status", "owner", "dueDate"].includes(target)

export function mergeGuess(chosen: ImportMapping, guessed: ImportMapping): ImportMapping {
  const orders = new Map(guessed.columns.map(({ header, dateOrder }) => [header, dateOrder]))
  return {
    ...chosen,
    columns: chosen.columns.map((column) => ({
      ...column,
      dateOrder: column.dateOrder ?? orders.get(column.header) ?? null,
    })),
    types: { ...guessed.types, ...chosen.types },
    statuses: { ...guessed.statuses, ...chosen.statuses },
    owners: { ...guessed.owners, ...chosen.owners },
  }
}

export type WordKind = "types" | "statuses" | "owners"
export const WORD_TARGETS: Record<WordKind, ColumnTarget> = {
  types: "type",
  statuses: "status",
  owners: "owner",
}

export type WordRow = { word: string; value: string; guessed: boolean }

/** The words of a column with what they become: those nobody knew first, then the guesses. */
export function wordRows(kind: WordKind, mapping: ImportMapping, unknown: readonly string[]): WordRow[] {
  const known: Record<string, string> = mapping[kind]
  const open = unknown.map((word) => ({ word, value: known[normaliseWord(word)] ?? "", guessed: false }))
  const asked = new Set(unknown.map(normaliseWord))
  const guesses = Object.entries(known)
    .filter(([word]) => !asked.has(word))
    .map(([word, value]) => ({ word, value, guessed: true }))
  return [...open, ...guesses]
}

/** The mapping with one word meaning something else, or nothing for an empty value. */
export function withWord(mapping: ImportMapping, kind: WordKind, word: string, value: string): ImportMapping {
  const { [normaliseWord(word)]: _, ...others } = mapping[kind] as Record<string, string>
  const next = value ? { ...others, [normaliseWord(word)]: value } : others
  return { ...mapping, [kind]: next }
}

export const STATUS_OPTIONS = ITEM_STATUSES.map((value) => ({ value, label: ITEM_STATUS_LABELS[value] }))
export const TYPE_OPTIONS = ITEM_TYPES.map((value) => ({ value, label: ITEM_TYPE_LABELS[value] }))

type Counts = { rows: number; creates: number; updates: number; unchanged: number; errors: number }

/** "1,381 rows: 1,380 to create, 1 with an error". Nothing is left out silently. */
export function previewWords({ rows, creates, updates, unchanged, errors }: Counts): string {
  const parts = [
    `${figure(creates)} to create`,
    `${figure(updates)} to update`,
    `${figure(unchanged)} unchanged`,
    `${figure(errors)} with an error`,
  ]
  return `${rowCount(rows)}: ${parts.join(", ")}`
}

/** What pressing the button does: "Create 12 and update 3 items". */
export function applyWords({ creates, updates }: Pick<Counts, "creates" | "updates">): string {
  const items = (count: number) => `${figure(count)} ${count === 1 ? "item" : "items"}`
  if (creates > 0 && updates > 0) return `Create ${figure(creates)} and update ${items(updates)}`
  return creates > 0 ? `Create ${items(creates)}` : `Update ${items(updates)}`
}
