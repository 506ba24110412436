import { createReview } from "@/server/access/create-review"
import { ADDS, byOther, conflicting, quiet, ruledOut, type Scene, type Unchanged } from "./scene"

const reason = "Test"
const terms = {
  purpose: "analysis" as const,
  reason: "A test of what is sent twice",
  rights: ["read" as const],
  untilDay: "2026-12-31",
}
const reviewFields = (s: Scene) => ({
  name: "Another",
  roles: true,
  access: false,
  scopeType: "workspace" as const,
  dueOn: "2026-12-31",
  noAnswer: "keep" as const,
  ownersFirst: false,
  leadId: s.ctx.userId,
  deputyId: s.other.userId,
})
const draft = (s: Scene) => createReview(s.ctx, reviewFields(s))
const line = (s: Scene) => ({ reviewId: s.ids.reviewId, lineIds: [s.ids.reviewLineId] })

export const UNCHANGED_ACCESS: Unchanged = {
  "access.createReview": ADDS,
  "access.requestAccess": ruledOut((s) => ({ ...terms, productId: s.ids.productId })),
  "access.reviseRequest": "asks anew, from today on",
  "access.updateReview": quiet(
    async (s, { id }) => ({ id, version: await s.version("access_reviews", id), fields: reviewFields(s) }),
    draft,
  ),
  "access.startReview": ruledOut((_, { id }) => ({ id }), draft),
  "access.cancelReview": ruledOut((_, { id }) => ({ id, reason }), draft),
  "access.reassignLines": quiet((s) => ({ ...line(s), reviewerId: s.other.userId })),
  "access.decideLines": byOther(
    conflicting((s) => ({
      ...line(s),
      decision: "keep",
      justification: "Still needed",
      durationMs: 1,
    })),
  ),
  "access.recordExecution": ruledOut((s) => ({
    id: s.ids.accessRequestId,
    act: "granted",
    doneOn: "2026-10-13",
    evidence: "Ticket 1",
  })),
  "access.revokeAccess": ruledOut((s) => ({ id: s.ids.accessRequestId, reason })),
  "access.retryAction": ruledOut((s) => ({ reviewId: s.ids.reviewId, lineId: s.ids.reviewLineId })),
  "access.closeReview": ruledOut((s) => ({ id: s.ids.reviewId, reason })),
  "access.settleReviews": quiet(() => ({})),
  "access.endLeaversAccess": quiet(() => ({})),
}
