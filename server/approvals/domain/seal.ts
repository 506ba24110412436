import { canonicalText } from "@/server/kernel/domain/canonical-text"

/** Every fact of a signature but its seal, as it is stored. */
export type SignatureFacts = {
  workspaceId: string
  id: string
  requestId: string
  signerId: string
  signerName: string
  signerEmail: string
  role: string
  scopeType: string
  scopeId: string | null
  meaning: string
  statement: string
  contentKind: string
  contentId: string
  contentVersion: number
  contentSha256: string
  authMethod: string
  authTime: string
  delegationId: string | null
  onBehalfOfId: string | null
  onBehalfOfName: string | null
  ip: string | null
  userAgent: string | null
  note: string
  signedAt: string
}

/** The bytes that the seal of a signature is the SHA-256 of, as text: JCS (RFC 8785) of its facts and a version. */
export function sealText(signature: SignatureFacts): string {
  return canonicalText({
    v: 1,
    workspaceId: signature.workspaceId,
    id: signature.id,
    requestId: signature.requestId,
    signerId: signature.signerId,
    signerName: signature.signerName,
    signerEmail: signature.signerEmail,
    role: signature.role,
    scopeType: signature.scopeType,
    scopeId: signature.scopeId,
    meaning: signature.meaning,
    statement: signature.statement,
    contentKind: signature.contentKind,
    contentId: signature.contentId,
    contentVersion: signature.contentVersion,
    contentSha256: signature.contentSha256,
    authMethod: signature.authMethod,
    authTime: signature.authTime,
    delegationId: signature.delegationId,
    onBehalfOfId: signature.onBehalfOfId,
    onBehalfOfName: signature.onBehalfOfName,
    ip: signature.ip,
    userAgent: signature.userAgent,
    note: signature.note,
    signedAt: signature.signedAt,
  })
}
