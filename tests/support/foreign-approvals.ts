import type { ForeignIds } from "./furnished-workspace"

type Case = { input: unknown; answer: "NOT_FOUND" | "INVALID" | "RULE_BROKEN" | "nothing" }

/** Calls of the operations of approvals with ids of another workspace. */
export function foreignApprovalCases(ids: ForeignIds): Record<string, Case[]> {
  const { requestId, userId, productId } = ids
  const missing = (input: unknown): Case => ({ input, answer: "NOT_FOUND" })
  const refused = (input: unknown): Case => ({ input, answer: "INVALID" })
  const signing = { meaning: "approval", contentSha256: "0".repeat(64) }
  const given = {
    kinds: null,
    validFrom: "2026-10-13T07:40:00.000Z",
    validUntil: "2026-12-31T00:00:00.000Z",
    reason: "Test",
  }
  return {
    "approvals.createDelegation": [
      refused({ ...given, delegateId: userId, scopeType: "workspace", scopeId: null }),
      refused({ ...given, delegateId: "own", scopeType: "product", scopeId: productId }),
    ],
    "approvals.decideApproval": [missing({ requestId, ...signing })],
    "approvals.getApproval": [missing({ requestId })],
    "approvals.getReceipt": [missing({ requestId, signatureId: requestId })],
    "approvals.getSubjectApproval": [
      { input: { kind: "access_request", subjectId: ids.approvalSubjectId }, answer: "nothing" },
    ],
    "approvals.markApprovalsRead": [missing({ requestIds: [requestId] })],
    "approvals.remindApprovers": [missing({ requestId })],
    "approvals.revokeDelegation": [missing({ id: ids.delegationId })],
    "approvals.withdrawApproval": [missing({ requestId, note: "Test" })],
  }
}
