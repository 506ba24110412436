import { analyse } from "chardet"
import { FileProblem } from "./file-problem"

export type DetectedEncoding = {
  /** A label `TextDecoder` knows, such as "utf-8" or "windows-1252". */
  encoding: string
  bom: boolean
  /** True when bytes leave no doubt (a BOM, valid UTF-8); otherwise it is a guess to be shown and changed. */
  certain: boolean
}

const MAGIC: readonly [bytes: readonly number[] | string, what: string][] = [
  ["PK\x03\x04", "a ZIP archive or an Excel workbook (.xlsx)"],
  [[0xd0, 0xcf, 0x11, 0xe0], "an old Excel workbook (.xls)"],
  ["%PDF", "a PDF document"],
  [[0x89, 0x50, 0x4e, 0x47], "a PNG picture"],
  [[0xff, 0xd8, 0xff], "a JPEG picture"],
  ["GIF8", "a GIF picture"],
  [[0x1f, 0x8b], "a gzip archive"],
  ["7z\xbc\xaf", "a 7-Zip archive"],
  ["Rar!", "a RAR archive"],
  ["SQLite format 3", "an SQLite database"],
  ["PAR1", "a Parquet file"],
  ["\x7fELF", "a program"],
]

const notText = (what: string) =>
  new FileProblem(
    "not_text",
    `This is ${what}, not a CSV file. Save or export the table as CSV and import that file.`,
  )

/**
 * Guesses the encoding from the first bytes of a file: BOM, UTF-16 by its zero bytes, strict UTF-8, and else by the
 * statistics of chardet. `complete` says that the sample is the whole file. Throws a FileProblem for an empty file and for what is not text.
 */
export function detectEncoding(sample: Uint8Array, complete: boolean): DetectedEncoding {
  if (sample.length === 0)
    throw new FileProblem("empty", "The file is empty. Choose a CSV file with a header and rows.")
  refuseOtherFormats(sample)
  const byBom = encodingByBom(sample)
  if (byBom) return { encoding: byBom, bom: true, certain: true }
  const utf16 = utf16WithoutBom(sample)
  if (utf16) return { encoding: utf16, bom: false, certain: false }
  refuseBinary(sample)
  if (isUtf8(sample, complete)) return { encoding: "utf-8", bom: false, certain: true }
  return { encoding: guessByStatistics(sample), bom: false, certain: false }
}

/** Whether `TextDecoder` can read this encoding. */
export function isKnownEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== "replacement"
  } catch {
    return false
  }
}

function refuseOtherFormats(sample: Uint8Array): void {
  for (const [magic, what] of MAGIC) {
    const bytes = typeof magic === "string" ? [...magic].map((char) => char.charCodeAt(0)) : magic
    if (bytes.every((byte, index) => sample[index] === byte)) throw notText(what)
  }
  const start = new TextDecoder("latin1").decode(sample.subarray(0, 200)).trimStart().toLowerCase()
  if (start.startsWith("<!doctype html") || start.startsWith("<html"))
    throw notText("a web page (Jira's “Excel” export is one; a sign-in page saved by mistake is another)")
}

function encodingByBom([a, b, c, d]: Uint8Array): string | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8"
  if (a === 0xff && b === 0xfe && c === 0 && d === 0)
    throw new FileProblem("encoding", "The file is UTF-32. Save it as CSV in UTF-8 and import that file.")
  if (a === 0xff && b === 0xfe) return "utf-16le"
  if (a === 0xfe && b === 0xff) return "utf-16be"
  return null
}

/** Western text in UTF-16 has a zero in nearly every second byte, and always on the same side. */
function utf16WithoutBom(sample: Uint8Array): string | null {
  const length = Math.min(sample.length, 4096) & ~1
  if (length < 8) return null
  let even = 0
  let odd = 0
  for (let index = 0; index < length; index += 2) {
    if (sample[index] === 0) even++
    if (sample[index + 1] === 0) odd++
  }
  const half = length / 2
  if (odd > half * 0.7 && even < half * 0.05) return "utf-16le"
  if (even > half * 0.7 && odd < half * 0.05) return "utf-16be"
  return null
}

function refuseBinary(sample: Uint8Array): void {
  let controls = 0
  for (const byte of sample) {
    if (byte === 0) throw notText("a binary file")
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c && byte !== 0x1b)
      controls++
  }
  if (controls > sample.length * 0.02 + 2) throw notText("a binary file")
}

/** Strict check; the last character of an incomplete sample may be cut. */
function isUtf8(sample: Uint8Array, complete: boolean): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(sample, { stream: !complete })
    return true
  } catch {
    return false
  }
}

/** chardet's best guess that TextDecoder can read; short Latin texts are windows-1252 far more often than anything else. */
function guessByStatistics(sample: Uint8Array): string {
  for (const { name, confidence } of analyse(sample.subarray(0, 65_536))) {
    const label = name.toLowerCase()
    if (label.startsWith("utf-") || label === "ascii" || !isKnownEncoding(label)) continue
    if (confidence < 30) break
    return label === "iso-8859-1" ? "windows-1252" : label
  }
  return "windows-1252"
}
