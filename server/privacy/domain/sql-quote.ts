/** Names and words of others inside SQL text. Whatever they hold, they stay one name or one word. */

export const DIALECTS = ["postgresql", "snowflake", "bigquery"] as const
export type Dialect = (typeof DIALECTS)[number]

export const DIALECT_LABELS: Record<Dialect, string> = {
  postgresql: "PostgreSQL",
  snowflake: "Snowflake",
  bigquery: "BigQuery",
}

const ESCAPES: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "`": "\\`", "'": "\\'" }
const escaped = (text: string) => text.replace(/[\\\n\r`']/g, (sign) => ESCAPES[sign]!)

/**
 * One identifier. PostgreSQL and Snowflake double the quote, BigQuery escapes. Snowflake stores plain names in capitals, so
 * a plain name is written as Snowflake would have stored it.
 */
export function quoteName(dialect: Dialect, name: string): string {
  if (dialect === "bigquery") return `\`${escaped(name)}\``
  const stored = dialect === "snowflake" && /^[A-Za-z_][A-Za-z0-9_$]*$/.test(name) ? name.toUpperCase() : name
  return `"${stored.replaceAll('"', '""')}"`
}

/** "schema.table" as identifiers one by one: the dot of a registered name separates. */
export const quotePath = (dialect: Dialect, path: string) =>
  path
    .split(".")
    .map((part) => quoteName(dialect, part))
    .join(".")

/** A text literal. PostgreSQL takes backslashes as they are (standard_conforming_strings); the others escape by them. */
export function quoteText(dialect: Dialect, text: string): string {
  if (dialect === "postgresql") return `'${text.replaceAll("'", "''")}'`
  if (dialect === "snowflake") return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`
  return `'${escaped(text)}'`
}

/** A comment to the end of its line: no line break of a name may end it. */
export const comment = (text: string) => `-- ${text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ")}`

/** Most bytes of a name; a longer one would be cut off by the database and could meet another. */
const MOST_BYTES: Record<Dialect, number> = { postgresql: 63, snowflake: 255, bigquery: 300 }

/** Why a name cannot stand in this dialect, or undefined. */
export function nameProblem(dialect: Dialect, name: string): string | undefined {
  if (name === "") return "a name is empty"
  if (name.includes("\u0000")) return "a name holds the character U+0000"
  const bytes = new TextEncoder().encode(name).length
  return bytes > MOST_BYTES[dialect]
    ? `the name ${name.slice(0, 40)}… is longer than ${MOST_BYTES[dialect]} bytes`
    : undefined
}
