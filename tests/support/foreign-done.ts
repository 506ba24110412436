import type { ForeignIds } from "./furnished-workspace"

/** The Definition of Done: calls with ids of another workspace. */
export function foreignDoneCases({ itemId, productId, userId, attachmentId }: ForeignIds) {
  const missing = (input: unknown) => ({ input, answer: "NOT_FOUND" as const })
  const empty = (input: unknown) => ({ input, answer: "nothing" as const })
  const subject = { type: "item", id: itemId }
  const product = { type: "product", id: productId }
  const check = { subject, checkKey: "tests" }
  return {
    "dod.askWaiver": [missing({ ...check, reason: "Test", lastDay: "2026-11-01" })],
    "dod.chooseDeliverable": [
      missing({ subject, deliverable: "pipeline" }),
      missing({ subject: product, deliverable: "pipeline" }),
    ],
    "dod.getChecklist": [missing({ subject }), missing({ subject: product })],
    "dod.listOpenChecks": [empty({ productId }), empty({ ownerId: userId })],
    "dod.listProgress": [empty({ itemIds: [itemId] })],
    "dod.markCheck": [
      missing(check),
      missing({ subject: { type: "item", id: "ownItem" }, checkKey: "tests", attachmentId }),
    ],
    "dod.recordReview": [missing({ subject, accepted: true, note: "Test" })],
    "dod.reopenCheck": [missing({ ...check, reason: "Test" })],
    "dod.upgradeChecklist": [missing({ subject, version: 1 })],
  }
}
