import type { EventColumns } from "../domain/event-columns"
import { checkpointLine, type ExportHeader, type ExportRecord, headerLine, recordLine } from "./export-format"

export const HEX_HASH = /^[0-9a-f]{64}$/
/** A lone surrogate hashes like U+FFFD, so it could stand in for one unseen. */
const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * Each parser answers null unless the line is byte for byte what the writer would write: another order
 * of members, white space, capitals in a hash or escapes are changes too.
 */
export function parseHeaderLine(line: string): { header: ExportHeader; seal: string } | null {
  const value = parseObject(line)
  if (value === null) return null
  const { kind, version, workspaceId, workspaceName, exportedAt, keys } = value
  const { fromSeq, toSeq, prevHash, prefix, checkpoints, seal } = value
  if (kind !== "plumbline.audit.export" || version !== 1 || !isText(workspaceId)) return null
  if (!isText(workspaceName) || !isText(exportedAt) || !isText(seal) || !isHash(prevHash)) return null
  if (!isCount(fromSeq) || fromSeq < 1 || !isCount(toSeq) || toSeq < fromSeq - 1) return null
  if (!isListOf(keys, isText) || !isListOf(prefix, isHash) || !isListOf(checkpoints, isCount)) return null
  const header: ExportHeader = {
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
  }
  return writes(() => headerLine(header, seal), line) ? { header, seal } : null
}

export function parseRecordLine(line: string): ExportRecord | null {
  const value = parseObject(line)
  if (value === null) return null
  const { seq, id, text, leaf, prev, chain, columns } = value
  if (!isCount(seq) || !isText(id) || !isText(text) || !isHash(leaf) || !isHash(prev) || !isHash(chain)) {
    return null
  }
  const record: ExportRecord = { seq, id, text, leaf, prev, chain }
  if (columns !== undefined) {
    if (!isObject(columns)) return null
    // Every member is compared with the text later, so its type need not be checked here.
    record.columns = columns as Partial<EventColumns>
  }
  return writes(() => recordLine(record), line) ? record : null
}

export function parseCheckpointLine(line: string): string | null {
  const value = parseObject(line)
  const note = value?.note
  return isText(note) && writes(() => checkpointLine(note), line) ? note : null
}

/** Values nested too deeply parse but cannot be written: not ours either. */
function writes(write: () => string, line: string): boolean {
  try {
    return write() === line
  } catch {
    return false
  }
}

function parseObject(line: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(line)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === "string" && !LONE_SURROGATE.test(value)
}

function isHash(value: unknown): value is string {
  return typeof value === "string" && HEX_HASH.test(value)
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isListOf<T>(value: unknown, is: (item: unknown) => item is T): value is T[] {
  return Array.isArray(value) && value.every(is)
}
