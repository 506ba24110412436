import { mkdirSync } from "node:fs"
import { resolve } from "node:path"
import { PGlite } from "@electric-sql/pglite"
import { sql } from "drizzle-orm"
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core"
import { drizzle as overPglite } from "drizzle-orm/pglite"
import { drizzle as overPostgres } from "drizzle-orm/postgres-js"
import postgres from "postgres"
import { takeLock } from "./lock-file"
import { surviveLoss } from "./lost-connection"
import { prepareEverything } from "./prepared-statements"

/** A connection or a transaction, whichever driver is behind it. */
export type Db = PgDatabase<PgQueryResultHKT, Record<string, never>>

export type OpenDatabase = {
  kind: "pglite" | "postgres"
  db: Db
  /** The embedded engine, for the job queue and for tests; undefined on PostgreSQL. */
  pglite?: PGlite
  /** The connection string, undefined on PGlite. */
  url?: string
  /** A standby of the same database, for reads that may be seconds behind (server/kernel/replica.ts). */
  replica?: Db
  /**
   * Hears what is notified on a channel, over a connection of its own. `onListening` is called whenever that connection
   * stands: first, and again after it was lost, when messages may have been missed. Returns how to stop.
   */
  listen(
    channel: string,
    onMessage: (payload: string) => void,
    onListening: () => void,
  ): Promise<StopListening>
  close(): Promise<void>
}

export type StopListening = () => Promise<void>

export type DatabaseSettings = {
  url?: string
  replicaUrl?: string
  directory: string
  poolSize?: number
  /** A dump of an embedded data directory to begin with, instead of an empty database. */
  loadFrom?: Blob
}

/** Where the embedded database, its keys and its lock live. */
export function homeDirectory(): string {
  return resolve(process.env.PLUMBLINE_HOME || ".plumbline")
}

/** @throws for a replica of the embedded database. */
export function settingsFromEnvironment(): DatabaseSettings {
  const url = process.env.DATABASE_URL || undefined
  const replicaUrl = process.env.DATABASE_REPLICA_URL || undefined
  if (replicaUrl && !url)
    throw new Error("DATABASE_REPLICA_URL needs DATABASE_URL: the database it is a replica of.")
  return { url, replicaUrl, directory: resolve(homeDirectory(), "data") }
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
    const listen: OpenDatabase["listen"] = async (channel, onMessage, onListening) => {
      const stop = await pglite.listen(channel, onMessage)
      onListening()
      return () => stop()
    }
    return { kind: "pglite", db: overPglite(pglite) as unknown as Db, pglite, listen, close }
  } catch (error) {
    release()
    throw error
  }
}

/** Listens until it is stopped. The driver's own way back gives up when the server is away at its first try. */
function listenOn(
  url: string,
  channel: string,
  onMessage: (payload: string) => void,
  onListening: () => void,
): StopListening {
  let stopped = false
  let client: postgres.Sql | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const again = (wait: number) => {
    if (!stopped) timer = setTimeout(() => void begin(Math.min(wait * 2, 10_000)), wait)
  }
  const begin = async (wait: number) => {
    let lost = false
    const next = () => {
      if (lost) return
      lost = true
      void own.end({ timeout: 0 }).catch(() => {})
      again(wait)
    }
    const own = postgres(url, {
      max: 1,
      idle_timeout: 0,
      max_lifetime: null,
      connect_timeout: 5,
      fetch_types: false,
      connection: { application_name: "plumbline-live" },
      onnotice: () => {},
      onclose: next,
      // Part of the driver, absent from its types: what `sql.listen` itself is made of.
      ...{ onnotify: (name: string, payload: string) => name === channel && onMessage(payload) },
    })
    client = own
    try {
      await own.unsafe(`listen "${channel}"`)
      wait = 250
      if (!stopped) onListening()
    } catch {
      next()
    }
  }
  void begin(250)
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end({ timeout: 1 })
  }
}

function openPool(url: string, poolSize: number) {
  const client = postgres(url, {
    max: poolSize,
    connect_timeout: 5,
    // Seconds between attempts while the server is away; the driver's own wait grows to twenty.
    backoff: (attempts) => Math.min(3 ** attempts / 100, 2),
    connection: { TimeZone: "UTC", application_name: "plumbline", statement_timeout: 60_000 },
    onnotice: () => {},
  })
  // A pooler in transaction mode that keeps no prepared statements (PgBouncer before 1.21) needs them off.
  const prepared = process.env.PLUMBLINE_PREPARED_STATEMENTS === "0" ? client : prepareEverything(client)
  const db = overPostgres(surviveLoss(prepared)) as unknown as Db
  return { db, close: () => client.end({ timeout: 5 }) }
}

async function openPostgres(url: string, poolSize: number, replicaUrl?: string): Promise<OpenDatabase> {
  const primary = openPool(url, poolSize)
  const replica = replicaUrl ? openPool(replicaUrl, poolSize) : undefined
  const listeners = new Set<StopListening>()
  const listen: OpenDatabase["listen"] = async (channel, onMessage, onListening) => {
    const stop = listenOn(url, channel, onMessage, onListening)
    listeners.add(stop)
    return async () => {
      listeners.delete(stop)
      await stop()
    }
  }
  const close = async () => {
    await Promise.all([...listeners].map((stop) => stop()))
    await Promise.all([primary.close(), replica?.close()])
  }
  return { kind: "postgres", db: primary.db, replica: replica?.db, url, listen, close }
}

/** Opens a database; the only place where a driver is imported. */
export async function openDatabase(settings: DatabaseSettings): Promise<OpenDatabase> {
  const { url, poolSize = 16, replicaUrl } = settings
  return url ? openPostgres(url, poolSize, replicaUrl) : openPglite(settings)
}

/** Rows of a hand-written statement: the drivers disagree on the shape of a raw result. */
export async function rowsOf<Row>(db: Db, statement: ReturnType<typeof sql>): Promise<Row[]> {
  const result: unknown = await db.execute(statement)
  return (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as Row[]
}

/** @throws when the login could read past row-level security and cannot give that up. */
export async function refuseUnsafeLogin(db: Db): Promise<void> {
  const [role] = await rowsOf<{ name: string; unsafe: boolean; member: boolean }>(
    db,
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

/** The same for the logins of a database and its replica. A replica that is away is looked at before it is first used. */
export async function refuseUnsafeRole(open: OpenDatabase): Promise<void> {
  if (open.kind === "pglite") return
  await refuseUnsafeLogin(open.db)
  const { replica } = open
  const reached = await replica?.execute(sql`select 1`).then(
    () => true,
    () => false,
  )
  if (replica && reached) await refuseUnsafeLogin(replica)
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
