import { checkpointOrigin, isOriginOf } from "@/server/audit/proof/checkpoint"
import { loadPublicKey, loadSigningKey, type SigningKey } from "@/server/audit/proof/signing-key"
import { type VerifierKey, verifierKey } from "@/server/audit/proof/verifier-key"
import { auditKeyPem } from "@/server/kernel/secrets"

/** Name under which this installation signs a workspace's checkpoints now: the host of AUTH_URL. */
export function auditOrigin(workspaceId: string): string {
  const host = process.env.AUTH_URL ? new URL(process.env.AUTH_URL).host : "localhost"
  return checkpointOrigin(host, workspaceId)
}

export const signingKey = (): SigningKey => loadSigningKey(auditKeyPem())

/** Public keys that were in use before, from PLUMBLINE_AUDIT_RETIRED_KEYS (comma-separated), for old checkpoints. */
function publicKeys() {
  const retired = (process.env.PLUMBLINE_AUDIT_RETIRED_KEYS ?? "")
    .split(",")
    .filter((text) => text.trim() !== "")
  return [signingKey().publicKey, ...retired.map(loadPublicKey)]
}

/**
 * Keys that the notes of this workspace may be signed with. A note is signed under the host of its day, so every
 * host named in a note counts; a note cannot bring its own key.
 */
export function verifierKeys(workspaceId: string, notes: readonly string[]): VerifierKey[] {
  const named = notes
    .map((note) => note.slice(0, note.indexOf("\n")))
    .filter((name) => isKeyName(name, workspaceId))
  const origins = new Set([auditOrigin(workspaceId), ...named])
  return [...origins].flatMap((origin) => publicKeys().map((key) => verifierKey(origin, key)))
}

const isKeyName = (name: string, workspaceId: string) =>
  isOriginOf(name, workspaceId) && !/[\s+\p{Cc}]/u.test(name)
