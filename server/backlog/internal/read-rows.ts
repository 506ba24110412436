import { pipeline } from "node:stream/promises"
import { CsvError, type Parser, parse } from "csv-parse"
import { decodeBytes } from "../domain/import/decode-bytes"
import { type DetectedEncoding, detectEncoding } from "../domain/import/detect-encoding"
import { detectSeparator, type Separator } from "../domain/import/detect-separator"
import { FileProblem } from "../domain/import/file-problem"
import { IMPORT_LIMITS } from "../domain/import/limits"
import { HeaderReader } from "../domain/import/read-header"
import type { SourceColumn, SourceRow } from "../domain/import/source-row"

export type ReadOptions = { encoding?: string | undefined; separator?: Separator | undefined }

export type OpenedCsv = {
  encoding: DetectedEncoding
  separator: Separator
  columns: SourceColumn[]
  /** Data rows as they stream in; blank rows are left out but counted. Ends in a FileProblem when there are none. */
  rows: AsyncGenerator<SourceRow>
  /** Lets go of the source when the rows are not read to the end. */
  close: () => void
}

/**
 * Opens a CSV file of any encoding and separator and reads its header. Holds one piece of the source and its rows in
 * memory at a time. Throws a FileProblem here, or while the rows are read, that names row and remedy.
 */
export async function openCsv(
  source: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<OpenedCsv> {
  const bytes = limitBytes(source)
  let parser: Parser | undefined
  try {
    const { sample, complete, all } = await peek(bytes)
    const encoding = encodingOf(sample, complete, options.encoding)
    const separator = options.separator ?? detectSeparator(decodeSample(sample, encoding.encoding))
    const opened = openParser(separator)
    parser = opened
    // A failure here destroys the parser with the same error, which the reader of the records then meets.
    pipeline(decodeBytes(all, encoding.encoding), opened).catch(() => {})
    const records = readRecords(opened)
    const header = await readHeader(records)
    const rows = readRows(records, header)
    return { encoding, separator, columns: header.columns, rows, close: () => void opened.destroy() }
  } catch (error) {
    parser?.destroy()
    await bytes.return(undefined).catch(() => {})
    throw error
  }
}

function encodingOf(sample: Uint8Array, complete: boolean, chosen: string | undefined): DetectedEncoding {
  if (chosen && sample.length > 0) return { encoding: chosen, bom: false, certain: true }
  return detectEncoding(sample, complete)
}

const openParser = (separator: Separator) =>
  parse({
    delimiter: separator,
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: IMPORT_LIMITS.rowBytes,
  })

async function readHeader(records: AsyncGenerator<string[]>): Promise<HeaderReader> {
  const header = new HeaderReader()
  for (let next = await records.next(); !next.done; next = await records.next()) {
    if (header.take(next.value)) return header
  }
  throw new FileProblem("empty", "The file holds no text. Choose a CSV file with a header and rows.")
}

async function* readRows(records: AsyncGenerator<string[]>, header: HeaderReader): AsyncGenerator<SourceRow> {
  let count = 0
  for await (const cells of records) {
    const row = header.read(cells)
    if (!row) continue
    if (++count > IMPORT_LIMITS.rows) {
      const most = IMPORT_LIMITS.rows.toLocaleString("en-GB")
      throw new FileProblem(
        "too_many_rows",
        `The file has more than ${most} rows. Split it and import the parts.`,
        row.row,
      )
    }
    yield row
  }
  if (count === 0)
    throw new FileProblem(
      "header_only",
      "The file has a header but no rows. Add at least one row below the header.",
    )
}

async function* readRecords(parser: Parser): AsyncGenerator<string[]> {
  try {
    for await (const record of parser) yield record as string[]
  } catch (error) {
    throw error instanceof CsvError ? fileProblemOf(error) : error
  }
}

function fileProblemOf(error: CsvError): FileProblem {
  const row = (typeof error.records === "number" ? error.records : 0) + 1
  const column = typeof error.column === "number" ? `column ${error.column + 1}` : null
  if (error.code === "CSV_QUOTE_NOT_CLOSED") {
    const message = `Row ${row}: a quote opens here and is never closed. Close it with " or double it if it belongs to the text.`
    return new FileProblem("quote", message, row, column)
  }
  if (error.code === "CSV_MAX_RECORD_SIZE") {
    const size = IMPORT_LIMITS.rowBytes / 1024 / 1024
    const message = `Row ${row}, ${column ?? "a cell"}: larger than ${size} MB. Shorten the text, or look for a quote that is never closed.`
    return new FileProblem("cell_too_large", message, row, column)
  }
  return new FileProblem("header", `Row ${row} cannot be read: ${error.message}`, row, column)
}

async function* limitBytes(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let bytes = 0
  for await (const piece of source) {
    bytes += piece.length
    if (bytes > IMPORT_LIMITS.bytes) {
      const most = IMPORT_LIMITS.bytes / 1024 / 1024
      throw new FileProblem("too_large", `The file is larger than ${most} MB. Split it and import the parts.`)
    }
    if (piece.length > 0) yield piece
  }
}

/** The first bytes, and the whole source as if they had not been taken. */
async function peek(source: AsyncGenerator<Uint8Array>) {
  const pieces: Uint8Array[] = []
  let length = 0
  let complete = false
  while (length < IMPORT_LIMITS.sampleBytes && !complete) {
    const next = await source.next()
    if (next.done) complete = true
    else {
      pieces.push(next.value)
      length += next.value.length
    }
  }
  async function* all() {
    try {
      yield* pieces
      yield* source
    } finally {
      await source.return(undefined)
    }
  }
  const bytes = Buffer.concat(pieces)
  const cut = bytes.length > IMPORT_LIMITS.sampleBytes
  const sample = cut ? bytes.subarray(0, IMPORT_LIMITS.sampleBytes) : bytes
  return { sample, complete: complete && !cut, all: all() }
}

function decodeSample(sample: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(sample)
  } catch {
    return new TextDecoder("utf-8").decode(sample)
  }
}
