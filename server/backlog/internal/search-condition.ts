import { like, type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"

const MAX_WORDS = 20

/** Text with the wildcards of LIKE taken as themselves. */
export const literal = (text: string) => text.replace(/[\\%_]/g, "\\$&")

/** A word as a quoted operand of to_tsquery, found also as the beginning of a longer word. */
function operand(word: string): string {
  const quoted = `'${word.replace(/['\\]/g, "$&$&")}':*`
  // The parser reads the number of "FUL-207" as -207.
  return /^\d+$/.test(word) ? `(${quoted} | '-${word}':*)` : quoted
}

/**
 * Items that contain every word of the text, each as a word or the beginning of one, in key, title, source key or
 * description. Operators of the query language in the text are text. Undefined for an empty search.
 */
export function searchCondition(text: string): SQL | undefined {
  const words = text.split(/\s+/).filter((word) => word !== "")
  if (words.length === 0) return undefined
  const spoken = words.filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, MAX_WORDS)
  if (spoken.length === 0) return like(items.title, `%${literal(text.trim())}%`)
  return sql`${items.search} @@ to_tsquery('simple', ${spoken.map(operand).join(" & ")})`
}
