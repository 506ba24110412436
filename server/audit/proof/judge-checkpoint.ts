import { failure, recordsText, type VerificationFailure } from "../domain/verification"
import { type Checkpoint, isOriginOf, openCheckpoint } from "./checkpoint"
import { NoteError } from "./signed-note"
import type { VerifierKey } from "./verifier-key"

/** Opens a note as a checkpoint of this workspace; `seq` is the size it is expected to cover, if known. */
export function readCheckpoint(
  note: string,
  keys: readonly VerifierKey[],
  workspaceId: string,
  at: { seq: number | null; line?: number; what?: string },
): Checkpoint | VerificationFailure {
  const what = at.what ?? (at.seq === null ? "A checkpoint" : `The checkpoint over ${at.seq} records`)
  const bad = (why: string) => failure("bad_checkpoint", at.seq, `${what} is not valid: ${why}.`, at.line)
  try {
    const checkpoint = openCheckpoint(note, keys)
    if (!isOriginOf(checkpoint.origin, workspaceId)) return bad(`it is for another log, ${checkpoint.origin}`)
    if (at.seq !== null && checkpoint.size !== at.seq) return bad(`it covers ${checkpoint.size} records`)
    return checkpoint
  } catch (error) {
    if (error instanceof NoteError) return bad(error.message)
    throw error
  }
}

/**
 * Compares the signed root with the one of the records at hand. `good` is the size up to which an
 * earlier checkpoint agreed: what is wrong lies after it, and that is the record named.
 */
export function judgeRoot(
  checkpoint: Checkpoint,
  root: Buffer | undefined,
  good: number,
  at: { line?: number; what?: string } = {},
): VerificationFailure | null {
  if (root?.equals(checkpoint.root)) return null
  const what = at.what ?? `The checkpoint over ${checkpoint.size} records`
  const from = Math.min(good + 1, Math.max(checkpoint.size, 1))
  const which = recordsText(from, checkpoint.size)
  const message = `${what} was signed over other records: something in ${which} was rewritten afterwards.`
  return failure("bad_checkpoint", from, message, at.line)
}
