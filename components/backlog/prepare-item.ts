import { shortDate } from "@/components/ui/prepare-relative-time"
import { type ItemStatus, isClosed } from "@/server/backlog/domain/item"

/** "2.5", "13"; nothing when it was not estimated, which is not zero. */
export const estimateWords = (estimate: number | null) =>
  estimate === null ? "" : estimate.toLocaleString("en-GB", { maximumFractionDigits: 2 })

export type DueWords = { text: string; overdue: boolean }

/** A due date as a row shows it: "16 Oct"; overdue only while the item is open. Null when there is none. */
export function dueWords(dueDate: string | null, status: ItemStatus, nowIso: string): DueWords | null {
  if (!dueDate) return null
  return { text: shortDate(dueDate, nowIso), overdue: !isClosed(status) && dueDate < nowIso.slice(0, 10) }
}

/** Labels as they are typed and shown in one line, and back. */
export const labelsText = (labels: readonly string[]) => labels.join(", ")
export const labelsFrom = (text: string) => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((label) => label.trim())
      .filter(Boolean),
  ),
]

/** A number as people type it: "2,5" and "2.5"; null for nothing; undefined when it is not a number. */
export function estimateFrom(text: string): number | null | undefined {
  const trimmed = text.trim().replace(",", ".")
  if (trimmed === "") return null
  const number = Number(trimmed)
  return Number.isFinite(number) ? number : undefined
}
