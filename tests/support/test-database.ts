import { openAsBlob } from "node:fs"
import { sql } from "drizzle-orm"
import { type OpenDatabase, openDatabase } from "@/db/client"
import { migrate } from "@/db/migrate"

/** Which database this run is on: PGlite in memory, or the PostgreSQL server of TEST_DATABASE_URL. */
export const onPostgres = Boolean(process.env.TEST_DATABASE_URL)

/** Names the file with a migrated embedded database, made once before all tests. */
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
  if (!process.env.TEST_DATABASE_URL) return openEmbedded()
  const open = await openEmptyDatabase()
  await migrate(open)
  return open
}

/** The same without tables: for tests of migrations. */
export async function openEmptyDatabase(): Promise<OpenDatabase> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) return openDatabase({ directory: "memory://" })
  const name = `test_${crypto.randomUUID().replaceAll("-", "")}`
  const admin = await openDatabase({ url, directory: "", poolSize: 1 })
  await admin.db.execute(sql.raw(`create database ${name}`))
  const own = new URL(url)
  own.pathname = `/${name}`
  const open = await openDatabase({ url: own.href, directory: "", poolSize: 40 })
  const close = async () => {
    await open.close()
    await dropDatabase(admin, name)
    await admin.close()
  }
  return { ...open, close }
}
