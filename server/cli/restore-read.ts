import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { createGunzip } from "node:zlib"
import { BackupError, type BackupHeader, backupHeader, backupTrailer, knownMigrations } from "./backup-format"
import { readUtf8Lines } from "./read-lines"

/** Lines of a backup, header and trailer included. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file)
  const text = createGunzip()
  bytes.on("error", (error) => text.destroy(error))
  try {
    yield* readUtf8Lines(bytes.pipe(text))
  } finally {
    bytes.destroy()
  }
}

function parse(line: string | undefined): unknown {
  try {
    return JSON.parse(line ?? "")
  } catch {
    return undefined
  }
}

function headerFrom(file: string, line: string | undefined): BackupHeader {
  const value = parse(line)
  const header = backupHeader.safeParse(value).data
  if (header) return header
  const version = (value as { kind?: string; version?: number } | undefined)?.version
  if (typeof version === "number" && version > 1) {
    throw new BackupError(`${file} was made by a newer version of Plumbline. Restore it with that version.`)
  }
  throw new BackupError(`${file} is not a Plumbline backup.`)
}

async function verified(file: string): Promise<BackupHeader> {
  const hash = createHash("sha256")
  let header: BackupHeader | undefined
  let last: string | undefined
  let rows = -1
  for await (const line of linesOf(file)) {
    header ??= headerFrom(file, line)
    if (last !== undefined) {
      hash.update(`${last}\n`)
      rows++
    }
    last = line
  }
  const known = headerFrom(file, header && JSON.stringify(header))
  const expected = known.tables.reduce((sum, table) => sum + table.rows, 0)
  const trailer = backupTrailer.safeParse(parse(last)).data
  if (!trailer)
    throw new BackupError(`${file} is cut off: its last line is not a checksum. Use another backup.`)
  if (trailer.sha256 !== hash.digest("hex") || rows !== expected) {
    throw new BackupError(`${file} is damaged: its checksum does not fit. Use another backup.`)
  }
  return known
}

/**
 * Reads the whole backup once, before anything is changed.
 * @throws BackupError when it is damaged, not a backup, or of a migration that this version does not know.
 */
export async function checkBackup(file: string): Promise<BackupHeader> {
  let header: BackupHeader
  try {
    header = await verified(file)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ""
    if (code === "ENOENT") throw new BackupError(`There is no file ${file}.`)
    if (code.startsWith("Z_")) throw new BackupError(`${file} is damaged or not a Plumbline backup.`)
    throw error
  }
  if (!knownMigrations().some(({ tag }) => tag === header.migration)) {
    throw new BackupError(
      `The backup was made at migration ${header.migration}, which this version of Plumbline does not know. ` +
        "Restore it with the version that made it, or a newer one.",
    )
  }
  return header
}

export type RestoredTable = {
  name: string
  columns: string[]
  rows: number
  batches: AsyncGenerator<string[]>
}

const BATCH_CHARS = 4_000_000
const BATCH_ROWS = 2000

/** The tables of a checked backup one after another; consume the batches of one before asking for the next. */
export async function* backupTables(file: string, header: BackupHeader): AsyncGenerator<RestoredTable> {
  const lines = linesOf(file)
  await lines.next()
  for (const table of header.tables) yield { ...table, batches: batchesOf(lines, table.rows) }
  await lines.return(undefined)
}

async function* batchesOf(lines: AsyncGenerator<string>, rows: number): AsyncGenerator<string[]> {
  let batch: string[] = []
  let size = 0
  for (let left = rows; left > 0; left--) {
    const line: string = (await lines.next()).value ?? ""
    batch.push(line)
    size += line.length
    if (size >= BATCH_CHARS || batch.length >= BATCH_ROWS || left === 1) {
      yield batch
      batch = []
      size = 0
    }
  }
}
