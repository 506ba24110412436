import { failure, type VerificationFailure, type VerificationSuccess } from "../domain/verification"
import { type ChainWalk, startWalk } from "./chain-walk"
import type { Checkpoint } from "./checkpoint"
import type { ExportHeader } from "./export-format"
import { judgeRoot, readCheckpoint } from "./judge-checkpoint"
import { type OpenedHeader, openExportHeader } from "./open-export"
import { parseCheckpointLine, parseRecordLine } from "./parse-export"
import { verifierKeyText } from "./verifier-key"
import { type WalkItem, walkRecords } from "./walk-records"

/** What an auditor holds outside: public keys (any text form) and signed checkpoint notes. */
export type HeldOutside = { keys?: readonly string[]; checkpoints?: readonly string[] }

export type ExportVerification =
  | (VerificationSuccess & {
      workspaceId: string
      workspaceName: string
      exportedAt: string
      /** Keys that were used, as text; `ownKeys` when they were given from outside. */
      keys: string[]
      ownKeys: boolean
      heldCheckpoints: number
    })
  | VerificationFailure

/** Lines with their number in the file and the possibility to look at one without taking it. */
type LineReader = { peek: () => Promise<string | undefined>; take: () => void; at: () => number }

/**
 * Verifies an export line by line in constant memory, with Node's own modules only. Never throws for
 * what a file contains; throws for an unreadable key among `held.keys`.
 */
export async function verifyExport(
  lines: AsyncIterable<string>,
  held: HeldOutside = {},
): Promise<ExportVerification> {
  const reader = readLines(lines)
  const opened = openExportHeader(await reader.peek(), held.keys ?? [])
  if (!opened.ok) return opened
  reader.take()
  const { header } = opened
  const outside = openHeld(held.checkpoints ?? [], opened)
  if (!Array.isArray(outside)) return outside
  const walk = startWalk(header, [...header.checkpoints, ...outside.map(({ size }) => size)])
  const broken =
    (await walkRecords(walk, recordItems(reader, walk, header), header.toSeq, "The export was made")) ??
    (await checkpointLines(reader, walk, opened)) ??
    compareHeld(outside, walk, header)
  if (broken !== null) return broken
  return {
    ok: true,
    records: header.toSeq - header.fromSeq + 1,
    fromSeq: header.fromSeq,
    toSeq: header.toSeq,
    checkpoints: header.checkpoints.length,
    coveredTo: header.toSeq,
    head: walk.head(),
    workspaceId: header.workspaceId,
    workspaceName: header.workspaceName,
    exportedAt: header.exportedAt,
    keys: opened.keys.map(verifierKeyText),
    ownKeys: opened.ownKeys,
    heldCheckpoints: outside.length,
  }
}

function readLines(lines: AsyncIterable<string>): LineReader {
  const iterator = lines[Symbol.asyncIterator]()
  let number = 0
  let waiting: { line: string | undefined } | null = null
  return {
    peek: async () => {
      if (waiting === null) {
        const next = await iterator.next()
        waiting = { line: next.done ? undefined : next.value }
        number += 1
      }
      return waiting.line
    },
    take: () => {
      waiting = null
    },
    at: () => number,
  }
}

/** Record lines up to the first checkpoint, which stays with the reader; half a line at the end is none. */
async function* recordItems(
  reader: LineReader,
  walk: ChainWalk,
  header: ExportHeader,
): AsyncGenerator<WalkItem> {
  while (walk.next() <= header.toSeq) {
    const line = await reader.peek()
    if (line === undefined || (line.startsWith('{"kind":"c') && parseCheckpointLine(line) !== null)) return
    reader.take()
    const record = parseRecordLine(line)
    const number = reader.at()
    if (record !== null) yield { record, line: number }
    else if ((await reader.peek()) === undefined) return
    else {
      const message = `Record ${walk.next()} is malformed: line ${number} is not as it was exported.`
      yield { fault: failure("malformed", walk.next(), message, number) }
    }
  }
}

async function checkpointLines(
  reader: LineReader,
  walk: ChainWalk,
  { header, keys }: OpenedHeader,
): Promise<VerificationFailure | null> {
  let good = header.fromSeq - 1
  for (const size of header.checkpoints) {
    const line = await reader.peek()
    const at = { seq: size, line: reader.at() }
    if (line === undefined) {
      return failure(
        "truncated",
        size,
        `The end was cut off: the checkpoint over ${size} records is missing.`,
      )
    }
    reader.take()
    const note = parseCheckpointLine(line)
    if (note === null) return strayLine(line, at, header.toSeq)
    const checkpoint = readCheckpoint(note, keys, header.workspaceId, at)
    if ("ok" in checkpoint) return checkpoint
    const wrong = judgeRoot(checkpoint, walk.rootAt(size), good, { line: at.line })
    if (wrong !== null) return wrong
    good = size
  }
  if ((await reader.peek()) === undefined) return null
  return failure("malformed", header.toSeq, "Something was added after the last checkpoint.", reader.at())
}

function strayLine(line: string, at: { seq: number; line: number }, toSeq: number): VerificationFailure {
  const record = parseRecordLine(line)
  if (record === null) {
    return failure("bad_checkpoint", at.seq, `The checkpoint over ${at.seq} records was altered.`, at.line)
  }
  if (record.seq <= toSeq) {
    return failure(
      "reordered",
      record.seq,
      `Record ${record.seq} is there twice or was moved to the end.`,
      at.line,
    )
  }
  const message = `Record ${record.seq} was added: the export was made over ${toSeq} records.`
  return failure("altered", record.seq, message, at.line)
}

const HELD = "The checkpoint you hold"

function openHeld(
  notes: readonly string[],
  { header, keys }: OpenedHeader,
): Checkpoint[] | VerificationFailure {
  const opened: Checkpoint[] = []
  for (const note of notes) {
    const checkpoint = readCheckpoint(note, keys, header.workspaceId, { seq: null, what: HELD })
    if ("ok" in checkpoint) return checkpoint
    opened.push(checkpoint)
  }
  return opened.sort((left, right) => left.size - right.size)
}

function compareHeld(
  held: readonly Checkpoint[],
  walk: ChainWalk,
  header: ExportHeader,
): VerificationFailure | null {
  let good = header.fromSeq - 1
  for (const checkpoint of held) {
    const what = `${HELD} over ${checkpoint.size} records`
    if (checkpoint.size > header.toSeq) {
      const message = `${what} goes further than this export, which ends at ${header.toSeq}: the newest records were removed, or the export is older than the checkpoint.`
      return failure("truncated", header.toSeq + 1, message)
    }
    if (checkpoint.size < header.fromSeq - 1) {
      const message = `${what} ends before this export begins (record ${header.fromSeq}); export from record 1 to compare them.`
      return failure("bad_checkpoint", null, message)
    }
    const wrong = judgeRoot(checkpoint, walk.rootAt(checkpoint.size), good, { what })
    if (wrong !== null) return wrong
    good = checkpoint.size
  }
  return null
}
