import type { ForeignIds } from "./furnished-workspace"

/** Calls of the workshops' operations with ids of another workspace. */
export function foreignWorkshopCases({ workshopId: id, itemId, itemKey, userId, productId }: ForeignIds) {
  const missing = (input: object) => ({ input: { id, ...input }, answer: "NOT_FOUND" as const })
  const from = { phase: "lobby", round: 0 }
  const open = { title: "W", frameworkKey: "ice" }
  return {
    "workshops.adoptWorkshopOrder": [missing({})],
    "workshops.advanceWorkshop": [missing({ to: "scoring", from })],
    "workshops.closeWorkshop": [missing({ from, decision: "D" })],
    "workshops.endWorkshop": [missing({ reason: "Test" })],
    "workshops.finishScoring": [missing({ round: 1 })],
    "workshops.focusItem": [missing({ itemId })],
    "workshops.getWorkshop": [missing({})],
    "workshops.joinWorkshop": [missing({})],
    "workshops.listPeople": [missing({})],
    "workshops.openWorkshop": [
      missing({ ...open, itemIds: [itemId] }),
      { input: { ...open, filter: { productIds: [productId] } }, answer: "INVALID" as const },
      { input: { ...open, itemIds: ["ownItem"], invite: [userId] }, answer: "INVALID" as const },
    ],
    "workshops.previewSelection": [
      { input: { keys: [itemKey] }, answer: "nothing" as const },
      { input: { ids: [itemId] }, answer: "nothing" as const },
      { input: { filter: { productIds: [productId] } }, answer: "nothing" as const },
    ],
    "workshops.recordDissent": [missing({ text: "D" })],
    "workshops.saveEntries": [missing({ round: 1, entries: [{ itemId, inputs: { impact: 5 } }] })],
    "workshops.setTimer": [missing({ add: 60 })],
    "workshops.takeOverWorkshop": [missing({})],
    "workshops.watchWorkshop": [missing({})],
  }
}
