import { createHash } from "node:crypto"
import { createWriteStream, existsSync, renameSync, rmSync } from "node:fs"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { createGzip } from "node:zlib"
import { sql } from "drizzle-orm"
import { type Db, type OpenDatabase, rowsOf } from "@/db/client"
import { BackupError, type BackupHeader, quoted } from "./backup-format"
import {
  chainHeads,
  countRows,
  enterMaintenance,
  newestMigration,
  type TableFacts,
  tablesInOrder,
} from "./backup-tables"

const FETCH_CHARS = 4_000_000

/** The rows of a table as JSON text, through a cursor: never more than about four megabytes at a time. */
async function* rowLines(db: Db, { name, columns }: TableFacts): AsyncGenerator<string> {
  const list = columns.map(quoted).join(", ")
  await db.execute(
    sql.raw(
      `declare saved no scroll cursor for select row_to_json(t)::text as line from (select ${list} from ${quoted(name)}) t`,
    ),
  )
  for (let count = 10; ; ) {
    const rows = await rowsOf<{ line: string }>(db, sql.raw(`fetch ${count} from saved`))
    for (const { line } of rows) yield line
    if (rows.length < count) break
    const size = rows.reduce((sum, { line }) => sum + line.length, 0) / rows.length
    count = Math.min(Math.max(Math.floor(FETCH_CHARS / size), 1), 2000)
  }
  await db.execute(sql.raw("close saved"))
}

async function headerOf(db: Db, tables: TableFacts[]): Promise<BackupHeader> {
  const counted: BackupHeader["tables"] = []
  for (const table of tables) counted.push({ ...table, rows: await countRows(db, table.name) })
  return {
    kind: "plumbline.backup",
    version: 1,
    createdAt: new Date().toISOString(),
    migration: await newestMigration(db),
    tables: counted,
    heads: (await chainHeads(db)).map(({ broken: _broken, ...head }) => head),
  }
}

async function* backupLines(db: Db, header: BackupHeader): AsyncGenerator<string> {
  const hash = createHash("sha256")
  const line = (text: string) => {
    hash.update(`${text}\n`)
    return `${text}\n`
  }
  yield line(JSON.stringify(header))
  for (const table of header.tables) for await (const row of rowLines(db, table)) yield line(row)
  yield `${JSON.stringify({ sha256: hash.digest("hex") })}\n`
}

/**
 * Saves every table as of one moment. The server may go on working on PostgreSQL (one snapshot, no locks).
 * @throws BackupError when the file exists; a backup is never overwritten.
 */
export async function writeBackup(open: OpenDatabase, file: string): Promise<BackupHeader> {
  if (existsSync(file))
    throw new BackupError(`${file} exists. Choose another name; a backup is never overwritten.`)
  const partial = `${file}.partial`
  const save = async (tx: unknown) => {
    const db = tx as Db
    await enterMaintenance(db)
    const header = await headerOf(db, await tablesInOrder(db))
    const target = createWriteStream(partial, { mode: 0o600, flags: "w" })
    await pipeline(Readable.from(backupLines(db, header)), createGzip(), target)
    return header
  }
  try {
    const header = await open.db.transaction(save, {
      isolationLevel: "repeatable read",
      accessMode: "read only",
    })
    renameSync(partial, file)
    return header
  } finally {
    rmSync(partial, { force: true })
  }
}
