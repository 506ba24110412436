import { createPublicKey, type KeyObject } from "node:crypto"
import { sha256 } from "./leaf"

/** Signed-note type byte of Ed25519. */
const ED25519 = 0x01
/** DER in front of the 32 raw bytes of an Ed25519 public key (RFC 8410). */
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex")

/** A public key under a name: what a signature line is checked with. `id` is the 4-byte hash in hex. */
export type VerifierKey = { name: string; id: string; raw: Buffer; publicKey: KeyObject }

/** The key under this name; the id is SHA-256(name ‖ newline ‖ 0x01 ‖ key)[0..4] (C2SP signed-note). */
export function verifierKey(name: string, publicKey: KeyObject): VerifierKey {
  assertKeyName(name)
  const raw = rawPublicKey(publicKey)
  const id = sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(ED25519), raw]))
    .subarray(0, 4)
    .toString("hex")
  return { name, id, raw, publicKey }
}

/** `name+id+base64(0x01 ‖ key)`: the text form to hand to auditors. */
export function verifierKeyText(key: VerifierKey): string {
  return `${key.name}+${key.id}+${Buffer.concat([Buffer.of(ED25519), key.raw]).toString("base64")}`
}

/** Reads the text form; throws with the remedy when it is damaged. */
export function parseVerifierKey(text: string): VerifierKey {
  const match = /^([^\s+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text)
  const bytes = Buffer.from(match?.[3] ?? "", "base64")
  if (
    match === null ||
    bytes.length !== 33 ||
    bytes[0] !== ED25519 ||
    bytes.toString("base64") !== match[3]
  ) {
    throw new Error("A public audit key is written name+8 hex digits+base64 of an Ed25519 key; copy it again")
  }
  const key = verifierKey(match[1] ?? "", publicKeyFromRaw(bytes.subarray(1)))
  if (key.id !== match[2]) throw new Error(`The public audit key of ${key.name} is damaged; copy it again`)
  return key
}

/** Ed25519 key from its 32 raw bytes. */
export function publicKeyFromRaw(raw: Uint8Array): KeyObject {
  if (raw.length !== 32) throw new Error(`An Ed25519 public key has 32 bytes, not ${raw.length}`)
  return createPublicKey({ key: Buffer.concat([SPKI_PREFIX, raw]), format: "der", type: "spki" })
}

export function rawPublicKey(publicKey: KeyObject): Buffer {
  if (publicKey.asymmetricKeyType !== "ed25519") throw new Error("The audit key must be an Ed25519 key")
  return publicKey.export({ format: "der", type: "spki" }).subarray(SPKI_PREFIX.length)
}

export function assertKeyName(name: string): void {
  if (!/^[^\s+\p{Cc}]+$/u.test(name)) {
    throw new Error(`"${name}" cannot name a key: no spaces, no plus sign, not empty`)
  }
}
