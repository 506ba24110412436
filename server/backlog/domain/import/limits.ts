/** What an import takes at most. Bytes are of the file as sent; cells are measured in characters. */
export const IMPORT_LIMITS = {
  bytes: 50 * 1024 * 1024,
  rows: 100_000,
  columns: 500,
  cell: 1024 * 1024,
  /** One row with all its cells, in bytes of UTF-8: ends the hunt for a quote that never closes. */
  rowBytes: 8 * 1024 * 1024,
  /** Longest name of a custom field, and the wrapper our export and Jira put around it. */
  headerName: 215,
  /** How much of the file encoding and separator are guessed from. */
  sampleBytes: 256 * 1024,
} as const
