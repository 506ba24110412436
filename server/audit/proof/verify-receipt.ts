import type { AuditEvent } from "@/server/kernel/domain/audit-event"
import { failure, type VerificationFailure } from "../domain/verification"
import { type Checkpoint, isOriginOf } from "./checkpoint"
import { readCheckpoint } from "./judge-checkpoint"
import { leafHash } from "./leaf"
import { verifyInclusion } from "./merkle-verify"
import { trustedKeys } from "./open-export"
import { parseReceipt, type Receipt } from "./receipt"
import { parseVerifierKey, type VerifierKey, verifierKeyText } from "./verifier-key"
import type { HeldOutside } from "./verify-export"

export type ReceiptVerification =
  | {
      ok: true
      seq: number
      /** Records that the checkpoint covers, and its root (hex). */
      size: number
      root: string
      event: AuditEvent
      /** The key that was used, as text; `ownKeys` when it was given from outside. */
      key: string
      ownKeys: boolean
      heldCheckpoints: number
    }
  | VerificationFailure

/**
 * Verifies a receipt with Node's own modules only. Never throws for what the file contains; throws for an unreadable key
 * among `held.keys` and for a held checkpoint of another size, which a receipt says nothing about.
 */
export function verifyReceipt(file: string, held: HeldOutside = {}): ReceiptVerification {
  const receipt = parseReceipt(file)
  if (receipt === null) return malformed("it is not, byte for byte, as it was written")
  const event = readEvent(receipt)
  if ("ok" in event) return event
  const named = readKey(receipt)
  if (named === null) return malformed("its key is damaged or of another workspace")
  const given = held.keys ?? []
  const { workspaceId } = receipt
  const trusted = given.flatMap((text) => trustedKeys(text, [named]))
  // The key it names is bound too: among those held, only that one counts.
  const keys = given.length === 0 ? [named] : trusted.filter((key) => verifierKeyText(key) === receipt.key)
  const checkpoint = readCheckpoint(receipt.checkpoint, keys, workspaceId, {
    seq: null,
    what: "Its checkpoint",
  })
  if ("ok" in checkpoint) return checkpoint
  const broken =
    checkInclusion(receipt, checkpoint) ?? compareHeld(held.checkpoints ?? [], checkpoint, workspaceId, keys)
  if (broken !== null) return broken
  return {
    ok: true,
    seq: receipt.seq,
    size: checkpoint.size,
    root: checkpoint.root.toString("hex"),
    event,
    key: receipt.key,
    ownKeys: given.length > 0,
    heldCheckpoints: held.checkpoints?.length ?? 0,
  }
}

function malformed(why: string): VerificationFailure {
  return failure("malformed", null, `This is not an untouched receipt: ${why}. Download it again.`)
}

/** The record, when its text is the one that was hashed and belongs to the place the receipt names. */
function readEvent({ seq, id, workspaceId, text, leaf }: Receipt): AuditEvent | VerificationFailure {
  const altered = (what: string) => failure("altered", seq, `Record ${seq} was altered: ${what}.`)
  if (leafHash(text).toString("hex") !== leaf) return altered("its text does not fit its hash")
  try {
    const event = JSON.parse(text) as AuditEvent
    if (event.v !== 1) {
      const message = `Record ${seq} was written by a newer version of Plumbline; use that version to verify it.`
      return failure("malformed", seq, message)
    }
    if (event.id !== id) return altered("it stands under the id of another record")
    return event.workspaceId === workspaceId ? event : altered(`it belongs to workspace ${event.workspaceId}`)
  } catch {
    return failure("malformed", seq, `Record ${seq} is malformed: its text is not an audit event.`)
  }
}

function readKey({ key, workspaceId }: Receipt): VerifierKey | null {
  try {
    const parsed = parseVerifierKey(key)
    return isOriginOf(parsed.name, workspaceId) ? parsed : null
  } catch {
    return null
  }
}

function checkInclusion(
  { seq, leaf, path }: Receipt,
  { size, root }: Checkpoint,
): VerificationFailure | null {
  const proof = path.map((node) => Buffer.from(node, "hex"))
  if (verifyInclusion({ leaf: Buffer.from(leaf, "hex"), index: seq - 1, size, proof, root })) return null
  const message = `Record ${seq} was altered: the checkpoint over ${size} records was not signed with it in this place.`
  return failure("altered", seq, message)
}

function compareHeld(
  notes: readonly string[],
  { size, root }: Checkpoint,
  workspaceId: string,
  keys: readonly VerifierKey[],
): VerificationFailure | null {
  for (const note of notes) {
    const held = readCheckpoint(note, keys, workspaceId, { seq: null, what: "The checkpoint you hold" })
    if ("ok" in held) return held
    if (held.size !== size) {
      throw new Error(
        `The checkpoint you hold covers ${held.size} records and the receipt's ${size}; only an export can tell whether they agree`,
      )
    }
    if (!held.root.equals(root)) {
      const message = `The receipt's checkpoint over ${size} records contradicts the one you hold: the log was rewritten.`
      return failure("bad_checkpoint", null, message)
    }
  }
  return null
}
