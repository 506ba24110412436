/** What a file may hold at most, and how much a thing under discussion. */
export const ATTACHMENT_LIMITS = {
  bytes: 25 * 1024 * 1024,
  files: 50,
  totalBytes: 200 * 1024 * 1024,
} as const

type Kind = {
  mediaType: string
  /** How the content is recognised: by its first bytes, by the names inside a zip container, or by being text. */
  by: "bytes" | "zip" | "text"
  /** The folder or file a zip container of this kind has; it is never unpacked. */
  holds?: string
}

const text = (mediaType: string): Kind => ({ mediaType, by: "text" })
const bytes = (mediaType: string): Kind => ({ mediaType, by: "bytes" })
const office = (name: string, holds: string): Kind => ({
  mediaType: `application/vnd.openxmlformats-officedocument.${name}`,
  by: "zip",
  holds,
})
const openDocument = (name: string): Kind => ({
  mediaType: `application/vnd.oasis.opendocument.${name}`,
  by: "zip",
  holds: "mimetype",
})

/**
 * Files that may be attached, by extension. Programs, scripts, web pages and drawings that can carry scripts (svg) are
 * left out, and so are office files with macros.
 */
export const ATTACHMENT_KINDS: Readonly<Record<string, Kind>> = {
  png: bytes("image/png"),
  jpg: bytes("image/jpeg"),
  jpeg: bytes("image/jpeg"),
  gif: bytes("image/gif"),
  webp: bytes("image/webp"),
  pdf: bytes("application/pdf"),
  docx: office("wordprocessingml.document", "word/"),
  xlsx: office("spreadsheetml.sheet", "xl/"),
  pptx: office("presentationml.presentation", "ppt/"),
  odt: openDocument("text"),
  ods: openDocument("spreadsheet"),
  odp: openDocument("presentation"),
  zip: { mediaType: "application/zip", by: "zip" },
  txt: text("text/plain"),
  md: text("text/markdown"),
  log: text("text/plain"),
  csv: text("text/csv"),
  tsv: text("text/tab-separated-values"),
  json: text("application/json"),
  yaml: text("application/yaml"),
  yml: text("application/yaml"),
  sql: text("application/sql"),
}

/** Pictures that a page may show: formats without scripts. */
export const PICTURES: readonly string[] = ["image/png", "image/jpeg", "image/gif", "image/webp"]

export const ALLOWED_WORDS =
  "png, jpg, gif, webp, pdf, docx, xlsx, pptx, odt, ods, odp, zip, txt, md, log, csv, tsv, json, yaml, sql"
