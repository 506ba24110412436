import { randomBytes } from "node:crypto"
import { hashSecret } from "@/server/kernel/session"

/** A secret of 256 bits for an address, and what is stored of it. */
export function newLinkToken(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url")
  return { token, tokenHash: hashSecret(token) }
}
