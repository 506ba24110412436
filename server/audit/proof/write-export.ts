import { openCheckpoint } from "./checkpoint"
import {
  checkpointLine,
  type ExportHeader,
  type ExportRecord,
  headerLine,
  recordLine,
  sealText,
  unsealedText,
} from "./export-format"
import { sha256 } from "./leaf"
import { signNote } from "./signed-note"
import type { SigningKey } from "./signing-key"
import { parseVerifierKey } from "./verifier-key"

export type ExportSource = Omit<ExportHeader, "kind" | "version" | "checkpoints"> & {
  /** `checkpointOrigin(host, workspaceId)`; its key must be among `keys`. */
  origin: string
  /** Signed notes with fromSeq − 1 ≤ size ≤ toSeq, ascending; the last one over exactly toSeq records. */
  notes: string[]
  records: AsyncIterable<ExportRecord> | Iterable<ExportRecord>
}

/**
 * The lines of an export (without line breaks), streamed. Throws before the first line when a note is
 * not signed with one of `keys` or the last one does not cover `toSeq`.
 */
export async function* writeExport(source: ExportSource, key: SigningKey): AsyncGenerator<string> {
  const { origin, notes, records, ...range } = source
  const keys = range.keys.map(parseVerifierKey)
  const checkpoints = notes.map((note) => openCheckpoint(note, keys).size)
  if (checkpoints.at(-1) !== range.toSeq) {
    throw new Error(`Sign a checkpoint over ${range.toSeq} records before exporting them`)
  }
  const header: ExportHeader = { kind: "plumbline.audit.export", version: 1, ...range, checkpoints }
  yield headerLine(header, signNote(sealText(origin, sha256(unsealedText(header))), origin, key))
  for await (const record of records) yield recordLine(record)
  for (const note of notes) yield checkpointLine(note)
}
