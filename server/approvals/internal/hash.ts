import { createHash } from "node:crypto"
import { type SignatureFacts, sealText } from "../domain/seal"

/** SHA-256 of a text's UTF-8 bytes, in hex. */
export const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex")

export const sealOf = (signature: SignatureFacts) => sha256(sealText(signature))
