import type { EventColumns } from "../domain/event-columns"

/**
 * An export is NDJSON: a header, one line per record in order of seq, then one line per checkpoint.
 * It is always one complete range of the log: filters of the audit page never apply to it, because a
 * selection could not be told from a deletion. Filtered views are downloaded as CSV, without proof.
 * Every line is exactly what `JSON.stringify` writes with the members in the order below.
 */
export type ExportHeader = {
  kind: "plumbline.audit.export"
  version: 1
  workspaceId: string
  workspaceName: string
  exportedAt: string
  /** Public keys as verifier-key text: the present one and the retired ones that signed checkpoints. */
  keys: string[]
  fromSeq: number
  /** fromSeq − 1 in an empty export. */
  toSeq: number
  /** Chain hash (hex) before fromSeq; 64 zeros at the start of the log. */
  prevHash: string
  /** Compact range (hex) of the leaves before fromSeq, so that roots can be computed; empty from 1. */
  prefix: string[]
  /** Sizes of the checkpoint lines in order; the last one is toSeq. */
  checkpoints: number[]
}

/** One record: `text` is the stored canonical text, the hashes are hex, `columns` what the database shows. */
export type ExportRecord = {
  seq: number
  id: string
  text: string
  leaf: string
  prev: string
  chain: string
  columns?: Partial<EventColumns>
}

/** First line of what the seal signs; keeps it apart from checkpoints, which the same key signs. */
const SEAL = "plumbline.audit.export/v1"

/** Text signed as the header's seal: a hash (base64) over the header line without the seal. */
export function sealText(origin: string, headerHash: Buffer): string {
  return `${SEAL}\n${origin}\n${headerHash.toString("base64")}\n`
}

/** The header's bytes that the seal covers. */
export function unsealedText(header: ExportHeader): string {
  const { kind, version, workspaceId, workspaceName, exportedAt } = header
  const { keys, fromSeq, toSeq, prevHash, prefix, checkpoints } = header
  return JSON.stringify({
    kind,
    version,
    workspaceId,
    workspaceName,
    exportedAt,
    keys,
    fromSeq,
    toSeq,
    prevHash,
    prefix,
    checkpoints,
  })
}

/** The header line: the sealed text with the seal as its last member. */
export function headerLine(header: ExportHeader, seal: string): string {
  return `${unsealedText(header).slice(0, -1)},"seal":${JSON.stringify(seal)}}`
}

export function recordLine({ seq, id, text, leaf, prev, chain, columns }: ExportRecord): string {
  const record = { seq, id, text, leaf, prev, chain }
  return JSON.stringify(columns === undefined ? record : { ...record, columns })
}

export function checkpointLine(note: string): string {
  return JSON.stringify({ kind: "checkpoint", note })
}
