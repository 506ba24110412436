import { type SQL, sql } from "drizzle-orm"

/** Ids as one array of a statement, also when there are none. */
export const uuids = (ids: readonly string[]): SQL =>
  sql`array[${sql.join(
    ids.map((id) => sql`${id}::uuid`),
    sql`, `,
  )}]::uuid[]`
