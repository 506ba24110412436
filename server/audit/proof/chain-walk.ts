import type { AuditEvent } from "@/server/kernel/domain/audit-event"
import { columnsMatchEvent } from "../domain/event-columns"
import { failure, type VerificationFailure } from "../domain/verification"
import { appendLeaf, rangeRoot, resumeRange } from "./compact-range"
import type { ExportRecord } from "./export-format"
import { chainHash, leafHash } from "./leaf"

export type ChainStart = { workspaceId: string; fromSeq: number; prevHash: string; prefix: string[] }

/**
 * Why a record does not fit. `gap`: another number than the expected one. `relinked`: sound in itself but
 * linked to another predecessor. Both need a look at the rest of the log before they can be named.
 */
export type StepFault =
  | VerificationFailure
  | { ok: false; reason: "gap"; found: number }
  | { ok: false; reason: "relinked" }

export type ChainWalk = {
  /** Number the next record must have. */
  next: () => number
  /** Checks one record and moves on, or says why not (and stays). */
  step: (record: ExportRecord, line?: number) => StepFault | null
  /** RFC 6962 root at a watched size; undefined while it is not reached or was not watched. */
  rootAt: (size: number) => Buffer | undefined
  /** Chain hash (hex) after the last good record. */
  head: () => string
}

/** Follows chain and tree record by record; `watch` are the tree sizes whose roots will be asked for. */
export function startWalk(start: ChainStart, watch: Iterable<number>): ChainWalk {
  const range = resumeRange(
    start.fromSeq - 1,
    start.prefix.map((node) => Buffer.from(node, "hex")),
  )
  const watched = new Set(watch)
  const roots = new Map<number, Buffer>()
  const noteRoot = () => {
    if (watched.has(range.size)) roots.set(range.size, rangeRoot(range))
  }
  let head = start.prevHash
  noteRoot()
  return {
    next: () => range.size + 1,
    rootAt: (size) => roots.get(size),
    head: () => head,
    step: (record, line) => {
      const fault =
        checkLinks(record, range.size + 1, head, line) ?? checkContent(record, start.workspaceId, line)
      if (fault !== null) return fault
      head = record.chain
      appendLeaf(range, Buffer.from(record.leaf, "hex"))
      noteRoot()
      return null
    },
  }
}

function checkLinks(record: ExportRecord, expected: number, head: string, line?: number): StepFault | null {
  const altered = (what: string) =>
    failure("altered", expected, `Record ${expected} was altered: ${what}.`, line)
  const follows = (prev: string) => hexChain(prev, record.leaf) === record.chain
  if (record.seq !== expected) {
    const inPlace = record.prev === head && follows(head)
    return inPlace
      ? altered(`its number was changed to ${record.seq}`)
      : { ok: false, reason: "gap", found: record.seq }
  }
  if (leafHash(record.text).toString("hex") !== record.leaf) {
    return altered("its text does not fit the hash made when it was written")
  }
  if (record.prev !== head) {
    return follows(record.prev)
      ? { ok: false, reason: "relinked" }
      : altered("its link to the record before it was changed")
  }
  return follows(head) ? null : altered("its chain hash does not fit its text and the record before it")
}

/** The text is what was signed; whatever stands beside it must say the same. */
function checkContent(record: ExportRecord, workspaceId: string, line?: number): VerificationFailure | null {
  const { seq } = record
  const altered = (what: string) => failure("altered", seq, `Record ${seq} was altered: ${what}.`, line)
  try {
    const event = JSON.parse(record.text) as AuditEvent
    if (event.v !== 1) {
      const message = `Record ${seq} was written by a newer version of Plumbline; use that version to verify it.`
      return failure("malformed", seq, message, line)
    }
    if (event.workspaceId !== workspaceId) return altered(`it belongs to workspace ${event.workspaceId}`)
    if (event.id !== record.id) return altered("it stands under the id of another record")
    const column = record.columns === undefined ? null : columnsMatchEvent(record.columns, event)
    return column === null ? null : altered(`its column ${column} says something else than its sealed text`)
  } catch {
    return failure("malformed", seq, `Record ${seq} is malformed: its text is not an audit event.`, line)
  }
}

function hexChain(prev: string, leaf: string): string {
  return chainHash(Buffer.from(prev, "hex"), Buffer.from(leaf, "hex")).toString("hex")
}
