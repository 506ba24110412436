import { failure, recordsText, type VerificationFailure } from "../domain/verification"
import type { ChainWalk } from "./chain-walk"
import type { ExportRecord } from "./export-format"

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
    if (fault.reason === "gap") return nameGap(walk.next(), fault.found, await lookAhead(items), item.line)
    if (fault.reason === "relinked") {
      const { last } = await lookAhead(items)
      return nameRelinked(walk.next(), first, Math.max(last, item.record.seq) < end, item.line)
    }
    return fault
  }
  const next = walk.next()
  if (next > end) return null
  const what = recordsText(next, end)
  return failure("truncated", next, `The end was cut off: ${what} missing. ${endSource} over ${end} records.`)
}

type Ahead = { seqs: Set<number>; last: number }

/** Reads what is left, once something is wrong. Numbers only, so memory stays small. */
async function lookAhead(items: AsyncGenerator<WalkItem>): Promise<Ahead> {
  const ahead: Ahead = { seqs: new Set(), last: 0 }
  for await (const item of items) {
    if ("fault" in item) continue
    ahead.seqs.add(item.record.seq)
    ahead.last = Math.max(ahead.last, item.record.seq)
  }
  return ahead
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
