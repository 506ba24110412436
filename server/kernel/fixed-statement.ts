import { getTableColumns, getTableName, type QueryWithTypings, SQL } from "drizzle-orm"
import type { PgColumn, PgTable } from "drizzle-orm/pg-core"

/**
 * Statements whose text is made once. Every command sends a few of the same ones, and putting their text together
 * anew takes the server longer than the database takes to run them.
 */
class FixedStatement extends SQL {
  constructor(
    readonly text: string,
    readonly params: unknown[],
  ) {
    super([])
  }

  override toQuery(): QueryWithTypings {
    return { sql: this.text, params: this.params }
  }
}

/** A statement with $1, $2 … for its parameters, which go to the driver as they are: cast them in the text. */
export function fixedStatement(text: string): (...params: unknown[]) => SQL {
  return (...params) => new FixedStatement(text, params)
}

type Insert = { text: string; fields: { name: string; column: PgColumn }[] }

const inserts = new WeakMap<PgTable, Map<string, Insert>>()

const quoted = (name: string) => `"${name}"`

function insertFor(table: PgTable, names: string[]): Insert {
  const known = inserts.get(table) ?? new Map<string, Insert>()
  inserts.set(table, known)
  const shape = names.join()
  const made = known.get(shape) ?? makeInsert(table, names)
  known.set(shape, made)
  return made
}

function makeInsert(table: PgTable, names: string[]): Insert {
  const columns = getTableColumns(table) as Record<string, PgColumn>
  const fields = names.map((name) => ({ name, column: columns[name]! }))
  const listed = fields.map(({ column }) => quoted(column.name)).join(", ")
  const values = fields.map((_, index) => `$${index + 1}`).join(", ")
  return { text: `insert into ${quoted(getTableName(table))} (${listed}) values (${values})`, fields }
}

/** Inserts one row; fields left out get their default in the database. */
export function insertRow<T extends PgTable>(table: T, row: T["$inferInsert"]): SQL {
  const given = row as Record<string, unknown>
  const { text, fields } = insertFor(
    table,
    Object.keys(given).filter((name) => given[name] !== undefined),
  )
  const params = fields.map(({ name, column }) =>
    given[name] === null ? null : column.mapToDriverValue(given[name]),
  )
  return new FixedStatement(text, params)
}
