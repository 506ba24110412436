import type { ForeignIds } from "./furnished-workspace"

/** Access requests and reviews: calls with ids of another workspace. */
export function foreignAccessCases(ids: ForeignIds) {
  const { productId, domainId, userId, accessRequestId: id, reviewId, reviewLineId } = ids
  const missing = (input: unknown) => ({ input, answer: "NOT_FOUND" as const })
  const refused = (input: unknown) => ({ input, answer: "INVALID" as const })
  const empty = (input: unknown) => ({ input, answer: "nothing" as const })
  const terms = {
    purpose: "analysis",
    reason: "A test of foreign ids",
    rights: ["read"],
    untilDay: "2026-12-31",
  }
  const review = {
    name: "Test",
    roles: true,
    access: false,
    scopeType: "workspace",
    dueOn: "2026-12-31",
    noAnswer: "keep",
    ownersFirst: false,
    leadId: "own",
    deputyId: userId,
  }
  const decision = { decision: "keep", justification: "Test", durationMs: 1 }
  const execution = { act: "granted", doneOn: "2026-10-13", evidence: "Test" }
  return {
    "access.cancelReview": [missing({ id: reviewId, reason: "Test" })],
    "access.closeReview": [missing({ id: reviewId })],
    "access.createReview": [
      refused(review),
      refused({ ...review, scopeType: "domain", scopeId: domainId, deputyId: userId }),
    ],
    "access.decideLines": [missing({ reviewId, lineIds: [reviewLineId], ...decision })],
    "access.exportAccess": [
      empty({ day: "2026-10-13", productId }),
      empty({ day: "2026-10-13", personId: userId }),
    ],
    "access.exportReview": [missing({ id: reviewId })],
    "access.getRequest": [missing({ id })],
    "access.getReview": [missing({ id: reviewId })],
    "access.listAccess": [
      empty({ filter: { view: "mine", productId } }),
      empty({ filter: { view: "active", personId: userId } }),
    ],
    "access.listLines": [missing({ id: reviewId })],
    "access.listOpenLineIds": [missing({ id: reviewId })],
    "access.printReview": [missing({ id: reviewId })],
    "access.reassignLines": [missing({ reviewId, lineIds: [reviewLineId], reviewerId: "own" })],
    "access.recordExecution": [missing({ id, ...execution })],
    "access.requestAccess": [missing({ ...terms, productId })],
    "access.retryAction": [missing({ reviewId, lineId: reviewLineId })],
    "access.revokeAccess": [missing({ id, reason: "Test" })],
    "access.reviseRequest": [missing({ id, version: 1, terms })],
    "access.startReview": [missing({ id: reviewId })],
    "access.updateReview": [missing({ id: reviewId, version: 1, fields: review })],
  }
}
