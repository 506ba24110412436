import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { createTemplate, onPostgres, openTestDatabase, SNAPSHOT, testName } from "./test-database"

/**
 * Before the first test file a database is migrated once and copied by every file: on PGlite a dump that is loaded
 * (0.7 s instead of 4 s), on PostgreSQL a template. Roles belong to a whole PostgreSQL server, so files that migrated
 * at the same moment would both create plumbline_app.
 */
export default async function migrateOnce(): Promise<() => void | Promise<void>> {
  return onPostgres ? templateOnPostgres() : dumpOfPglite()
}

async function templateOnPostgres(): Promise<() => Promise<void>> {
  const name = testName()
  const drop = await createTemplate(name)
  process.env[SNAPSHOT] = name
  return drop
}

async function dumpOfPglite(): Promise<() => void> {
  const open = await openTestDatabase()
  try {
    const folder = mkdtempSync(join(tmpdir(), "plumbline-snapshot-"))
    const dump = await open.pglite!.dumpDataDir("none")
    process.env[SNAPSHOT] = join(folder, "migrated.tar")
    writeFileSync(process.env[SNAPSHOT], Buffer.from(await dump.arrayBuffer()))
    return () => rmSync(folder, { recursive: true, force: true })
  } finally {
    await open.close()
  }
}
