import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { onPostgres, openTestDatabase, SNAPSHOT } from "./test-database"

/**
 * Before the first test file. PostgreSQL: roles belong to the whole server, and files that migrate at the same moment
 * would both create plumbline_app. PGlite: a migrated database is dumped once and loaded by every file (0.7 s for 4 s).
 */
export default async function migrateOnce(): Promise<(() => void) | undefined> {
  const open = await openTestDatabase()
  try {
    if (onPostgres) return undefined
    const folder = mkdtempSync(join(tmpdir(), "plumbline-snapshot-"))
    const dump = await open.pglite!.dumpDataDir("none")
    process.env[SNAPSHOT] = join(folder, "migrated.tar")
    writeFileSync(process.env[SNAPSHOT], Buffer.from(await dump.arrayBuffer()))
    return () => rmSync(folder, { recursive: true, force: true })
  } finally {
    await open.close()
  }
}
