import { isCalendarDate } from "@/server/backlog/domain/calendar-date"
import { canonicalText } from "@/server/kernel/domain/canonical-text"
import type { JsonValue } from "@/server/kernel/domain/plain-json"
import type { Kept } from "../assessment-fields"
import { htmlToMarkdown } from "../rich-text/html-to-markdown"
import { parseHtml, type RichNode } from "../rich-text/parse-html"
import { sanitiseHtml } from "../rich-text/print-html"
import type { Level } from "../risk"

/** How single values of the exchange format are read: numbers may be strings, anything may be absent or null. */

export type Raw = JsonValue | undefined

export const isObject = (value: Raw): value is Kept =>
  typeof value === "object" && value !== null && !Array.isArray(value)

export const readMarkdown = (value: Raw): string => (typeof value === "string" ? htmlToMarkdown(value) : "")

const TAG = /<[a-z!/?]/i
const contentOf = (node: RichNode): string =>
  typeof node === "string" ? node : node.children.map(contentOf).join("")

/** A line of plain text; tags are taken out until none is left. */
export function plainText(value: string): string {
  let text = value
  for (let round = 0; TAG.test(text) && round < 5; round++) text = contentOf(parseHtml(text))
  return TAG.test(text) ? text.replaceAll("<", "") : text
}

export const readText = (value: Raw): string => {
  if (typeof value === "number") return String(value)
  return typeof value === "string" ? value : ""
}

export function readInteger(value: Raw): number | null {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value
  return typeof number === "number" && Number.isInteger(number) ? number : null
}

export function readLevel(value: Raw): Level {
  const number = readInteger(value)
  return number !== null && number >= 0 && number <= 4 ? (number as Level) : 0
}

export function readOpinion(value: Raw): 0 | 1 | null {
  const number = readInteger(value)
  return number === 0 || number === 1 ? number : null
}

export function readBoolean(value: Raw): boolean | null {
  if (typeof value === "boolean") return value
  if (value === "true" || value === 1 || value === "1") return true
  return value === "false" || value === 0 || value === "0" ? false : null
}

/** The day of a date or a time; null when there is none. */
export function readDay(value: Raw): string | null {
  const day = typeof value === "string" ? value.slice(0, 10) : ""
  return isCalendarDate(day) ? day : null
}

/** A moment as ISO-8601 UTC with milliseconds; null when there is none, or none that a database holds. */
export function readInstant(value: Raw): string | null {
  if (typeof value !== "string" || readDay(value) === null) return null
  const time = Date.parse(value)
  return Number.isNaN(time) ? null : new Date(time).toISOString()
}

export const readTexts = (value: Raw): string[] => (Array.isArray(value) ? value.map(readText) : [])

/**
 * A field as it is written: as it came, as long as reading it again gives what we hold; else made anew. Undefined: it was
 * absent and still says the same.
 */
export function written<T>(
  kept: Kept | null,
  key: string,
  value: T,
  read: (raw: Raw) => T,
  make: (value: T) => JsonValue,
): Raw {
  if (kept === null) return make(value)
  const same = canonicalText(read(kept[key])) === canonicalText(value)
  return same ? kept[key] : make(value)
}

/** An object without the fields that are undefined. */
export const defined = (fields: Record<string, Raw>): Kept =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Kept

/** Fields that hold HTML in the exchange format. */
const HTML_FIELDS = new Set([
  ...["text", "content", "description", "dpo_opinion", "concerned_people_opinion", "rejection_reason"],
  ...[
    "concerned_people_searched_content",
    "applied_adjustments",
    "action_plan_comment",
    "evaluation_comment",
  ],
])

/** The whole file made harmless: HTML sanitised, plain text without tags, no character that a database refuses. Done twice, it changes nothing. */
export function harmless(value: JsonValue, key = ""): JsonValue {
  if (typeof value === "string") {
    const text = value.replaceAll("\u0000", "")
    return HTML_FIELDS.has(key) ? sanitiseHtml(text) : plainText(text)
  }
  if (Array.isArray(value)) return value.map((one) => harmless(one, key))
  if (!isObject(value)) return value
  const entries = Object.entries(value).map(([name, inner]) => [
    name.replaceAll("\u0000", ""),
    harmless(inner, name),
  ])
  return Object.fromEntries(entries) as Kept
}
