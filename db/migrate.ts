import { fileURLToPath } from "node:url"
import { sql } from "drizzle-orm"
import { migrate as migratePglite } from "drizzle-orm/pglite/migrator"
import { migrate as migratePostgres } from "drizzle-orm/postgres-js/migrator"
import type { OpenDatabase } from "./client"
import { openDatabase } from "./client"

const migrationsFolder = fileURLToPath(new URL("./migrations", import.meta.url))

/** Brings a database to the newest version. Nodes that start together wait for one another on PostgreSQL. */
export async function migrate(open: OpenDatabase): Promise<void> {
  if (open.kind === "pglite") {
    await migratePglite(open.db as unknown as Parameters<typeof migratePglite>[0], { migrationsFolder })
    return
  }
  // One connection: the lock and the migrations share a session.
  const single = await openDatabase({ url: open.url, directory: "", poolSize: 1 })
  try {
    await single.db.execute(sql`select pg_advisory_lock(7300001)`)
    await migratePostgres(single.db as unknown as Parameters<typeof migratePostgres>[0], { migrationsFolder })
  } finally {
    await single.close()
  }
}
