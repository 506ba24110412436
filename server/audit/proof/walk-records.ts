import { failure, recordsText, type VerificationFailure } from "../domain/verification"
import type { ChainWalk } from "./chain-walk"
import type { ExportRecord } from "./export-format"
import { chainHash, leafHash } from "./leaf"

/** A record to check, or what already made it unreadable; `line` when it comes from a file. */
export type WalkItem = { record: ExportRecord; line?: number } | { fault: VerificationFailure }

/**
 * Walks all items and names the first bad record, or answers null. `end` is the number of the last record
 * that a header, a head row or a checkpoint vouches for; `endSource` says which, for the message.
 */
export async function walkRecords(
  walk: ChainWalk,
  items: AsyncGenerator<WalkItem>,
  end: number,
  endSource: string,
): Promise<VerificationFailure | null> {
  const first = walk.next()
  for (;;) {
    const { value: item, done } = await items.next()
    if (done) break
    if ("fault" in item) return item.fault
    const fault = walk.step(item.record, item.line)
    if (fault === null) continue
    const expected = walk.next()
    const ahead = await lookAhead(items, (other) => belongsHere(other, item.record, walk.head()))
    if (fault.reason === "gap") return nameGap(expected, fault.found, ahead, item.line)
    if (ahead.wanted !== null) return nameMoved(expected, ahead.wanted, item.line)
    if (fault.reason === "relinked") {
      return nameRelinked(expected, first, Math.max(ahead.last, item.record.seq) < end, item.line)
    }
    return fault
  }
  const next = walk.next()
  if (next > end) return null
  const what = recordsText(next, end)
  return failure("truncated", next, `The end was cut off: ${what} missing. ${endSource} over ${end} records.`)
}

/**
 * Whether another record's text is what was sealed in this one's place: the chain hash that binds it to the record
 * before stands at one of the two, or its leaf here.
 */
function belongsHere(other: ExportRecord, here: ExportRecord, head: string): boolean {
  const leaf = leafHash(other.text)
  if (leaf.toString("hex") === here.leaf) return true
  const chain = chainHash(Buffer.from(head, "hex"), leaf).toString("hex")
  return chain === here.chain || chain === other.chain
}

/** `wanted` is the number of the first record that belongs in the bad one's place. */
type Ahead = { seqs: Set<number>; last: number; wanted: number | null }

/** Reads what is left, once something is wrong. Numbers only, so memory stays small. */
async function lookAhead(
  items: AsyncGenerator<WalkItem>,
  isWanted: (record: ExportRecord) => boolean,
): Promise<Ahead> {
  const ahead: Ahead = { seqs: new Set(), last: 0, wanted: null }
  for await (const item of items) {
    if ("fault" in item) continue
    const { record } = item
    ahead.seqs.add(record.seq)
    ahead.last = Math.max(ahead.last, record.seq)
    if (ahead.wanted === null && isWanted(record)) ahead.wanted = record.seq
  }
  return ahead
}

function nameMoved(expected: number, wanted: number, line?: number): VerificationFailure {
  const message = `Record ${expected} is not in its place: what was sealed as record ${expected} stands as record ${wanted}.`
  return failure("reordered", expected, message, line)
}

function nameGap(expected: number, found: number, ahead: Ahead, line?: number): VerificationFailure {
  if (found < expected) {
    const message = `Record ${found} stands where record ${expected} should be: it is there twice or was moved.`
    return failure("reordered", expected, message, line)
  }
  if (ahead.seqs.has(expected)) {
    const message = `Record ${found} stands where record ${expected} should be; record ${expected} comes later.`
    return failure("reordered", expected, message, line)
  }
  const gone = recordsText(expected, found - 1)
  return failure("missing", expected, `Missing: ${gone}. Record ${found} follows at once.`, line)
}

/**
 * Chain hashes do not contain the number, so a removed record whose successors were renumbered looks like
 * a rewritten predecessor; only the length of the log tells the two apart.
 */
function nameRelinked(expected: number, first: number, short: boolean, line?: number): VerificationFailure {
  if (short) {
    const message = `The original record ${expected} is missing; the records after it were renumbered.`
    return failure("missing", expected, message, line)
  }
  if (expected === first) {
    return failure(
      "altered",
      expected,
      `Record ${expected} does not follow what is said to come before it.`,
      line,
    )
  }
  const rewritten = expected - 1
  const message = `Record ${rewritten} was altered or inserted: record ${expected} was written after another one.`
  return failure("altered", rewritten, message, line === undefined ? undefined : line - 1)
}
