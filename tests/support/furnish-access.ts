import { createReview } from "@/server/access/create-review"
import { listLines } from "@/server/access/list-lines"
import { requestAccess } from "@/server/access/request-access"
import { startReview } from "@/server/access/start-review"
import type { Ctx } from "@/server/kernel/context"

/** A request for access to the product, and a review that has begun. */
export async function furnishAccess(admin: Ctx & { userId: string }, otherId: string, productId: string) {
  const request = await requestAccess(admin, {
    productId,
    purpose: "analysis",
    reason: "Test of other workspaces",
    rights: ["read"],
    untilDay: "2026-12-31",
  })
  const review = await createReview(admin, {
    name: "Test",
    roles: true,
    access: true,
    scopeType: "workspace",
    dueOn: "2026-12-31",
    noAnswer: "keep",
    ownersFirst: false,
    leadId: admin.userId,
    deputyId: otherId,
  })
  await startReview(admin, { id: review.id })
  const { lines } = await listLines(admin, { id: review.id })
  return { accessRequestId: request.id, reviewId: review.id, reviewLineId: lines[0]!.id }
}
