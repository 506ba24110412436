import type { EventColumns } from "../domain/event-columns"
import { failure, type Verification, type VerificationFailure } from "../domain/verification"
import { type ChainStart, type ChainWalk, startWalk } from "./chain-walk"
import { judgeRoot, readCheckpoint } from "./judge-checkpoint"
import { GENESIS } from "./leaf"
import { HEX_HASH } from "./parse-export"
import type { VerifierKey } from "./verifier-key"
import { type WalkItem, walkRecords } from "./walk-records"

/** A chain row with the event it points to (null when that row is gone). Hashes are hex. */
export type AuditRow = {
  seq: number
  eventId: string
  prevHash: string
  chainHash: string
  event: { canonical: string; leaf: string; columns: Partial<EventColumns> } | null
}

/** A stored checkpoint; `root` is hex. */
export type CheckpointRow = { size: number; root: string; note: string }

export type RecordsToVerify = {
  workspaceId: string
  /** Chain rows of the workspace in order of seq, complete from `start` (or record 1) to the end. */
  rows: AsyncIterable<AuditRow> | Iterable<AuditRow>
  checkpoints: readonly CheckpointRow[]
  keys: readonly VerifierKey[]
  /** The head row of the chain, when there is one. `seq` is 0 and the hash all zeros in an empty log. */
  head?: { seq: number; chainHash: string }
  /** Where a pruned log begins; without it, at record 1. */
  start?: Omit<ChainStart, "workspaceId">
}

/** The in-app check: the same walk as an export's, plus columns, head row and stored checkpoints. */
export async function verifyRecords(input: RecordsToVerify): Promise<Verification> {
  const { workspaceId, keys, head } = input
  const beginning = { fromSeq: 1, prevHash: GENESIS.toString("hex"), prefix: [] }
  const start: ChainStart = { ...(input.start ?? beginning), workspaceId }
  const checkpoints = input.checkpoints
    .filter(({ size }) => size >= start.fromSeq - 1)
    .sort((left, right) => left.size - right.size)
  const walk = startWalk(
    start,
    checkpoints.map(({ size }) => size),
  )
  const covered = checkpoints.at(-1)?.size ?? 0
  const end = Math.max(covered, head?.seq ?? 0)
  const source = covered === end ? "The last checkpoint was signed" : "The log had been sealed"
  const broken =
    (await walkRecords(walk, rowItems(input.rows, walk), end, source)) ??
    compareHead(walk, head) ??
    compareCheckpoints(walk, checkpoints, keys, start)
  if (broken !== null) return broken
  const toSeq = walk.next() - 1
  return {
    ok: true,
    records: toSeq - start.fromSeq + 1,
    fromSeq: start.fromSeq,
    toSeq,
    checkpoints: checkpoints.length,
    coveredTo: covered,
    head: walk.head(),
  }
}

async function* rowItems(rows: RecordsToVerify["rows"], walk: ChainWalk): AsyncGenerator<WalkItem> {
  for await (const row of rows) {
    const { seq, eventId, prevHash, chainHash, event } = row
    const wellFormed = [prevHash, chainHash, event?.leaf ?? prevHash].every((hash) => HEX_HASH.test(hash))
    if (!wellFormed) {
      yield { fault: failure("malformed", seq, `Record ${seq} is malformed: a hash is not 32 bytes.`) }
    } else if (event === null && seq === walk.next()) {
      yield {
        fault: failure("missing", seq, `Record ${seq} is missing: its link is there, the event is gone.`),
      }
    } else {
      const { canonical = "", leaf = "", columns } = event ?? {}
      yield { record: { seq, id: eventId, text: canonical, leaf, prev: prevHash, chain: chainHash, columns } }
    }
  }
}

function compareHead(walk: ChainWalk, head: RecordsToVerify["head"]): VerificationFailure | null {
  const last = walk.next() - 1
  if (head === undefined || (head.seq === last && head.chainHash === walk.head())) return null
  if (head.seq < last) {
    const seq = head.seq + 1
    return failure(
      "altered",
      seq,
      `Record ${seq} was added without being sealed: the log ends at ${head.seq}.`,
    )
  }
  return failure("altered", last, `Record ${last} is not the one the log was last sealed with.`)
}

function compareCheckpoints(
  walk: ChainWalk,
  checkpoints: readonly CheckpointRow[],
  keys: readonly VerifierKey[],
  start: ChainStart,
): VerificationFailure | null {
  let good = start.fromSeq - 1
  for (const { size, root, note } of checkpoints) {
    const checkpoint = readCheckpoint(note, keys, start.workspaceId, { seq: size })
    if ("ok" in checkpoint) return checkpoint
    if (checkpoint.root.toString("hex") !== root) {
      const message = `The checkpoint over ${size} records was altered: its stored root is not the signed one.`
      return failure("bad_checkpoint", size, message)
    }
    const wrong = judgeRoot(checkpoint, walk.rootAt(size), good)
    if (wrong !== null) return wrong
    good = size
  }
  return null
}
