import { type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"

/** A column is one of many ids, which travel as JSON: the same way over both drivers, and as one parameter. */
export function isOneOf(column: PgColumn, ids: Iterable<string>): SQL {
  const list = JSON.stringify([...new Set(ids)])
  return sql`${column} in (select value::uuid from json_array_elements_text(${list}::text::json))`
}
