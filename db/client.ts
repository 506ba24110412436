import { mkdirSync } from "node:fs"
import { resolve } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { sql } from "drizzle-orm"
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core"
import { drizzle as overPglite } from "drizzle-orm/pglite"
import { drizzle as overPostgres } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { takeLock } from "./lock-file"
import { prepareEverything } from "./prepared-statements"
import * as schema from "./schema"

/** A connection or a transaction, whichever driver is behind it. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>

export type OpenDatabase = {
  kind: "pglite" | "postgres"
  db: Db
  /** The embedded engine, for the job queue and for tests; undefined on PostgreSQL. */
  pglite?: PGlite
  /** The connection string, undefined on PGlite. */
  url?: string
  close(): Promise<void>
}

export type DatabaseSettings = {
  url?: string
  directory: string
  poolSize?: number
  /** A dump of an embedded data directory to begin with, instead of an empty database. */
  loadFrom?: Blob
}

/** Where the embedded database, its keys and its lock live. */
export function homeDirectory(): string {
  return resolve(process.env.PLUMBLINE_HOME || ".plumbline")
}

export function settingsFromEnvironment(): DatabaseSettings {
  return { url: process.env.DATABASE_URL || undefined, directory: resolve(homeDirectory(), "data") }
}

const pgliteStart = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB", "-c", "timezone=UTC"]

/** Opens an embedded database. `directory` "memory://" keeps it in memory and takes no lock. */
async function openPglite({ directory, loadFrom }: DatabaseSettings): Promise<OpenDatabase> {
  const inMemory = directory.startsWith("memory://")
  if (!inMemory) {
    process.umask(0o077)
    mkdirSync(directory, { recursive: true, mode: 0o700 })
  }
  const release = inMemory ? () => {} : takeLock(`${directory}.lock`)
  try {
    const pglite = await PGlite.create({
      dataDir: inMemory ? undefined : directory,
      startParams: pgliteStart,
      loadDataDir: loadFrom,
    })
    const close = async () => {
      await pglite.close()
      release()
    }
    return { kind: "pglite", db: overPglite(pglite, { schema }) as unknown as Db, pglite, close }
  } catch (error) {
    release()
    throw error
  }
}

async function openPostgres(url: string, poolSize: number): Promise<OpenDatabase> {
  const client = postgres(url, {
    max: poolSize,
    connect_timeout: 5,
    connection: { TimeZone: "UTC", application_name: "plumbline", statement_timeout: 60_000 },
    onnotice: () => {},
  })
  // A pooler in transaction mode that keeps no prepared statements (PgBouncer before 1.21) needs them off.
  const prepared = process.env.PLUMBLINE_PREPARED_STATEMENTS === "0" ? client : prepareEverything(client)
  const db = overPostgres(prepared, { schema }) as unknown as Db
  return { kind: "postgres", db, url, close: () => client.end({ timeout: 5 }) }
}

/** Opens a database; the only place where a driver is imported. */
export async function openDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  return settings.url ? openPostgres(settings.url, settings.poolSize ?? 16) : openPglite(settings)
}

/** Rows of a hand-written statement: the drivers disagree on the shape of a raw result. */
export async function rowsOf<Row>(db: Db, statement: ReturnType<typeof sql>): Promise<Row[]> {
  const result: unknown = await db.execute(statement)
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as Row[]
}

/** @throws when the login could read past row-level security and cannot give that up. */
export async function refuseUnsafeRole(open: OpenDatabase): Promise<void> {
  if (open.kind === "pglite") return
  const [role] = await rowsOf<{ name: string; unsafe: boolean; member: boolean }>(
    open.db,
    sql`select current_user as name, (rolsuper or rolbypassrls) as unsafe,
        exists (select 1 from pg_roles where rolname = 'plumbline_app')
          and pg_has_role(current_user, 'plumbline_app', 'member') as member
        from pg_roles where rolname = current_user`,
  )
  if (role && !role.member) {
    throw new Error(
      `The database user "${role.name}" cannot switch to the role plumbline_app${role.unsafe ? " and bypasses row-level security" : ""}. ` +
        "Run `npm run db:migrate` as the owner of the database, or `grant plumbline_app to` that user.",
    )
  }
}

const shared = globalThis as typeof globalThis & { plumblineDatabase?: Promise<OpenDatabase> }

/**
 * The process's one database. The promise lives on globalThis because each bundle that Next makes loads its own
 * copy of this module. A failed opening is forgotten, so that the next request tries again.
 */
export function database(): Promise<OpenDatabase> {
  shared.plumblineDatabase ??= openDatabase(settingsFromEnvironment()).catch((error) => {
    shared.plumblineDatabase = undefined
    throw error
  })
  return shared.plumblineDatabase
}

/** Replaces the process's database: tests, and entry points that opened it themselves. */
export function setDatabase(open: OpenDatabase | undefined): void {
  shared.plumblineDatabase = open && Promise.resolve(open)
}
