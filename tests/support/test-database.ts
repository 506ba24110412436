import { openAsBlob } from "node:fs"
import { sql } from "drizzle-orm"
import { type OpenDatabase, openDatabase } from "@/db/client"
import { migrate } from "@/db/migrate"

/** Which database this run is on: PGlite in memory, or the PostgreSQL server of TEST_DATABASE_URL. */
export const onPostgres = Boolean(process.env.TEST_DATABASE_URL)

/**
 * Where the migrated database made once before all tests is found: the file with the dump of an embedded one,
 * or the name of a template on the PostgreSQL server.
 */
export const SNAPSHOT = "PLUMBLINE_TEST_SNAPSHOT"

async function openEmbedded(): Promise<OpenDatabase> {
  const snapshot = process.env[SNAPSHOT]
  if (snapshot) return openDatabase({ directory: "memory://", loadFrom: await openAsBlob(snapshot) })
  const open = await openDatabase({ directory: "memory://" })
  await migrate(open)
  return open
}

/** The server's own clean-up may be at work in the database, and only a superuser can end that: it is soon done. */
async function dropDatabase(admin: OpenDatabase, name: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await admin.db.execute(sql.raw(`drop database ${name} with (force)`))
      return
    } catch (error) {
      if (attempt === 20) throw error
      await new Promise((later) => setTimeout(later, 250))
    }
  }
}

/** A migrated database of its own for one test file; `close` throws it away. */
export async function openTestDatabase(): Promise<OpenDatabase> {
  if (!onPostgres) return openEmbedded()
  const template = process.env[SNAPSHOT]
  if (template) return createDatabase(testName(), template)
  const open = await openEmptyDatabase()
  await migrate(open)
  return open
}

/** The same without tables: for tests of migrations. */
export async function openEmptyDatabase(): Promise<OpenDatabase> {
  return onPostgres ? createDatabase(testName()) : openDatabase({ directory: "memory://" })
}

/** A migrated database that nobody is connected to, for `create database … template`; answers how to drop it. */
export async function createTemplate(name: string): Promise<() => Promise<void>> {
  const admin = await openAdmin()
  await admin.db.execute(sql.raw(`create database ${name}`))
  const open = await openDatabase({ url: urlOf(name), directory: "", poolSize: 1 })
  await migrate(open)
  await open.close()
  return async () => {
    await dropDatabase(admin, name)
    await admin.close()
  }
}

export function testName(): string {
  return `test_${crypto.randomUUID().replaceAll("-", "")}`
}

async function createDatabase(name: string, template?: string): Promise<OpenDatabase> {
  const admin = await openAdmin()
  await admin.db.execute(sql.raw(`create database ${name}${template ? ` template ${template}` : ""}`))
  const open = await openDatabase({ url: urlOf(name), directory: "", poolSize: 40 })
  const close = async () => {
    await open.close()
    await dropDatabase(admin, name)
    await admin.close()
  }
  return { ...open, close }
}

function openAdmin(): Promise<OpenDatabase> {
  return openDatabase({ url: process.env.TEST_DATABASE_URL, directory: "", poolSize: 1 })
}

function urlOf(database: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? "")
  url.pathname = `/${database}`
  return url.href
}
