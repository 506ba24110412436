import { NoteError, openNote, signNote } from "./signed-note"
import type { SigningKey } from "./signing-key"
import { assertKeyName, type VerifierKey } from "./verifier-key"

/** The tree's head at a size: `root` is the RFC 6962 root (32 bytes) over the first `size` leaves. */
export type Checkpoint = { origin: string; size: number; root: Buffer }

/** `<host>/audit/<workspaceId>`: identity of a workspace's log, and the name its key signs under. */
export function checkpointOrigin(host: string, workspaceId: string): string {
  const origin = `${host}/audit/${workspaceId}`
  assertKeyName(origin)
  return origin
}

/** True for the log of this workspace, on whatever host it was served when it was signed. */
export function isOriginOf(origin: string, workspaceId: string): boolean {
  return origin.endsWith(`/audit/${workspaceId}`)
}

/**
 * Signs a C2SP tlog-checkpoint. The caller has made sure that the tree extends the last checkpoint
 * (`merkleRoot` or `rangeRoot` at its size equals its root): two that contradict each other destroy trust.
 */
export function signCheckpoint({ origin, size, root }: Checkpoint, key: SigningKey): string {
  assertKeyName(origin)
  if (!Number.isSafeInteger(size) || size < 0) throw new NoteError(`A tree cannot have ${size} leaves`)
  if (root.length !== 32) throw new NoteError(`A root has 32 bytes, not ${root.length}`)
  return signNote(`${origin}\n${size}\n${root.toString("base64")}\n`, origin, key)
}

/** Verifies and reads a checkpoint; throws `NoteError` when it is damaged or signed by none of the keys. */
export function openCheckpoint(
  note: string,
  keys: VerifierKey | readonly VerifierKey[],
): Checkpoint & { signedBy: VerifierKey } {
  const { text, signedBy } = openNote(note, "name" in keys ? [keys] : keys)
  const [origin = "", size = "", root = "", ...extensions] = text.slice(0, -1).split("\n")
  const bytes = Buffer.from(root, "base64")
  const canonical = bytes.length === 32 && bytes.toString("base64") === root
  if (!/^(0|[1-9]\d{0,14})$/.test(size) || !canonical || extensions.includes("")) {
    throw new NoteError("its text is not a checkpoint")
  }
  if (origin !== signedBy.name) throw new NoteError(`it is for ${origin} but signed as ${signedBy.name}`)
  return { origin, size: Number(size), root: bytes, signedBy }
}
