import { sign, verify } from "node:crypto"
import type { SigningKey } from "./signing-key"
import { type VerifierKey, verifierKey } from "./verifier-key"

const MAX_NOTE = 64 * 1024

/** A note that is damaged or not signed by a known key; the message is for people. */
export class NoteError extends Error {
  override readonly name = "NoteError"
}

/** Text signed under a key name: C2SP signed-note. The text must end with a newline. */
export function signNote(text: string, name: string, key: SigningKey): string {
  if (!text.endsWith("\n")) throw new NoteError("The text of a note ends with a line break")
  const { id } = verifierKey(name, key.publicKey)
  const signature = Buffer.concat([Buffer.from(id, "hex"), sign(null, Buffer.from(text), key.privateKey)])
  return `${text}\n— ${name} ${signature.toString("base64")}\n`
}

/**
 * The text of a note and the key that signed it. Signatures of unknown keys (witnesses) are ignored;
 * a wrong signature of a known key, or none that is known, throws `NoteError`.
 */
export function openNote(
  note: string,
  keys: readonly VerifierKey[],
): { text: string; signedBy: VerifierKey } {
  const { text, signatures } = splitNote(note)
  const known = signatures.flatMap(({ name, bytes }) => {
    const id = bytes.subarray(0, 4).toString("hex")
    const key = keys.find((candidate) => candidate.name === name && candidate.id === id)
    return key === undefined ? [] : [{ key, signature: bytes.subarray(4) }]
  })
  const first = known[0]
  if (first === undefined) throw new NoteError("it is not signed with any of the known keys")
  for (const { key, signature } of known) {
    if (!verify(null, Buffer.from(text), key.publicKey, signature)) {
      throw new NoteError(`the signature of ${key.name}+${key.id} does not fit the text`)
    }
  }
  return { text, signedBy: first.key }
}

type NoteSignature = { name: string; bytes: Buffer }

function splitNote(note: string): { text: string; signatures: NoteSignature[] } {
  const blank = note.lastIndexOf("\n\n")
  const control = /(?!\n)[\p{Cc}\p{Surrogate}]/u
  if (note.length > MAX_NOTE || blank < 0 || !note.endsWith("\n") || control.test(note)) {
    throw new NoteError("it is not a signed note")
  }
  const lines = note.slice(blank + 2, -1).split("\n")
  return { text: note.slice(0, blank + 1), signatures: lines.map(parseSignature) }
}

function parseSignature(line: string): NoteSignature {
  const match = /^— ([^\s+]+) ([A-Za-z0-9+/]+=*)$/.exec(line)
  const bytes = Buffer.from(match?.[2] ?? "", "base64")
  // Spare bits of base64 could be flipped unseen: the text must be the one the bytes are written as.
  if (match === null || bytes.length < 5 || bytes.toString("base64") !== match[2]) {
    throw new NoteError("its signature line is damaged")
  }
  return { name: match[1] ?? "", bytes }
}
