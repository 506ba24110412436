import { detectEncoding } from "../domain/import/detect-encoding"
import { FileProblem } from "../domain/import/file-problem"
import { IMPORT_LIMITS } from "../domain/import/limits"
import { jsonTable } from "../domain/import/shapes/json-table"
import { shapeRows } from "../domain/import/shapes/shape-rows"
import { type OpenedCsv, openCsv, type ReadOptions } from "./read-rows"

export type OpenedSource = OpenedCsv & { format: "csv" | "json" }

/**
 * Opens a CSV or JSON file of any known tool: the rows come as that tool means them. A JSON file is read as a whole, a
 * CSV file piece by piece. Throws a FileProblem here, or while the rows are read.
 */
export async function openSource(
  source: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): Promise<OpenedSource> {
  const bytes = source[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let isJson: boolean | undefined
  while (isJson === undefined) {
    const next = await bytes.next()
    if (next.done) break
    first.push(next.value)
    isJson = beginsAsJson(first)
  }
  async function* all() {
    try {
      yield* first
      for (let next = await bytes.next(); !next.done; next = await bytes.next()) yield next.value
    } finally {
      await bytes.return?.()
    }
  }
  const opened = isJson
    ? await openJson(all())
    : { ...(await openCsv(all(), options)), format: "csv" as const }
  return { ...opened, ...shapeRows(opened) }
}

/** By the first character that is neither blank nor the mark of an encoding; undefined while there is none. */
function beginsAsJson(pieces: readonly Uint8Array[]): boolean | undefined {
  const text = Buffer.concat(pieces)
    .subarray(0, 1024)
    .toString("latin1")
    .replace(/^(\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, "")
    .replace(/[\s\0]+/g, "")
  // A CSV header could begin with a bracket; then what follows is neither a quote nor an object.
  if (text.length < 2) return undefined
  return /^(\{["}]|\[[{\]])/.test(text)
}

async function openJson(source: AsyncIterable<Uint8Array>): Promise<OpenedSource> {
  const pieces: Uint8Array[] = []
  let size = 0
  for await (const piece of source) {
    size += piece.length
    if (size > IMPORT_LIMITS.bytes) {
      const most = IMPORT_LIMITS.bytes / 1024 / 1024
      throw new FileProblem("too_large", `The file is larger than ${most} MB. Split it and import the parts.`)
    }
    pieces.push(piece)
  }
  const bytes = Buffer.concat(pieces)
  const encoding = detectEncoding(
    bytes.subarray(0, IMPORT_LIMITS.sampleBytes),
    bytes.length <= IMPORT_LIMITS.sampleBytes,
  )
  const { columns, rows } = jsonTable(parse(bytes, encoding.encoding))
  async function* generated() {
    yield* rows
  }
  return { format: "json", encoding, separator: ",", columns, rows: generated(), close: () => {} }
}

function parse(bytes: Uint8Array, encoding: string): unknown {
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new FileProblem("encoding", "The JSON file is not UTF-8 text. Save it as UTF-8.")
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const where = error instanceof Error ? error.message.replace(/^JSON\.parse: /, "") : ""
    throw new FileProblem(
      "header",
      `The file begins like JSON, but cannot be read: ${where.slice(0, 200)}. Export it again.`,
    )
  }
}
