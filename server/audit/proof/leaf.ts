import { hash } from "node:crypto"

/** Predecessor of the first record of a workspace: 32 zero bytes. */
export const GENESIS = Buffer.alloc(32)

export function sha256(data: string | Uint8Array): Buffer {
  return hash("sha256", data, "buffer")
}

/** SHA-256(0x00 ‖ UTF-8 of the text): the record's leaf, in the chain and in the tree (RFC 6962, 2.1). */
export function leafHash(text: string): Buffer {
  return sha256(`\0${text}`)
}

/** Leaf of raw bytes, for test vectors that are not text. */
export function leafHashOfBytes(bytes: Uint8Array): Buffer {
  return sha256(Buffer.concat([Buffer.of(0), bytes]))
}

/** SHA-256(previous chain hash ‖ leaf); both are 32 bytes. */
export function chainHash(prev: Uint8Array, leaf: Uint8Array): Buffer {
  return sha256(Buffer.concat([prev, leaf]))
}

/** SHA-256(0x01 ‖ left ‖ right): an inner node of the tree (RFC 6962, 2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.concat([Buffer.of(1), left, right]))
}
