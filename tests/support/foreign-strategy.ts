import { CHURN, type StrategyIds } from "./furnish-strategy"

type Ids = StrategyIds & { productId: string; itemId: string; domainId: string; userId: string }

const missing = (input: unknown) => ({ input, answer: "NOT_FOUND" as const })
const refused = (input: unknown) => ({ input, answer: "INVALID" as const })
const empty = (input: unknown) => ({ input, answer: "nothing" as const })

/** Calls of the operations of strategy with ids of another workspace. */
export function foreignStrategyCases(ids: Ids) {
  const { objectiveId, keyResultId, measurementId, initiativeId, productId, itemId, domainId, userId } = ids
  const reason = "Test"
  const period = { title: "X", periodStart: "2026-07-01", periodEnd: "2027-01-01" }
  const quarters = { name: "X", startQuarter: "2026-Q4", endQuarter: "2026-Q4" }
  const money = { amount: "1", currency: "EUR" }
  const spent = { spentOn: "2026-10-01", note: "Test" }
  const version = 1
  return {
    "strategy.addKeyResult": [missing({ objectiveId, keyResult: CHURN })],
    "strategy.changeObjectiveState": [missing({ id: objectiveId, version, state: "closed", reason })],
    "strategy.correctMeasurement": [
      missing({ id: measurementId, measuredOn: "2026-10-01", value: "1", note: "Test", reason }),
    ],
    "strategy.correctSpending": [missing({ id: ids.spendingId, amount: "1", ...spent, reason })],
    "strategy.createInitiative": [
      missing({ ...quarters, objectiveId }),
      missing({ ...quarters, keyResultId }),
      refused({ ...quarters, sponsorId: userId }),
    ],
    "strategy.createObjective": [
      missing({ ...period, domainId }),
      refused({ ...period, ownerId: userId }),
      refused({ ...period, keyResults: [{ ...CHURN, ownerId: userId }] }),
    ],
    "strategy.decideFunding": [
      missing({ requestId: ids.fundingRequestId, decision: "approved", amount: "1", reason }),
    ],
    "strategy.dropInitiative": [missing({ id: initiativeId, version, reason })],
    "strategy.dropKeyResult": [missing({ id: keyResultId, version, reason })],
    "strategy.getCoverage": [empty({ domainIds: [domainId] })],
    "strategy.getInitiative": [missing({ id: initiativeId })],
    "strategy.linkSubject": [
      missing({ keyResultId, productId }),
      missing({ keyResultId, itemId }),
      missing({ initiativeId, itemId: "ownItem" }),
    ],
    "strategy.listCell": [empty({ productId, objectiveId }), empty({ productId: null, objectiveId })],
    "strategy.listObjectives": [empty({ filter: { domainIds: [domainId], ownerIds: [userId] } })],
    "strategy.listSubjectLinks": [missing({ productId }), missing({ itemId })],
    "strategy.listUncoveredItems": [empty({ domainIds: [domainId] })],
    "strategy.recordMeasurement": [
      missing({ keyResultId, measuredOn: "2026-10-01", value: "1", note: "Test" }),
    ],
    "strategy.recordSpending": [missing({ initiativeId, ...money, ...spent })],
    "strategy.requestFunding": [missing({ initiativeId, ...money, reason })],
    "strategy.unlinkSubject": [missing({ id: ids.strategyLinkId })],
    "strategy.updateInitiative": [missing({ id: initiativeId, version, changes: { name: "X" } })],
    "strategy.updateKeyResult": [missing({ id: keyResultId, version, keyResult: CHURN, reason })],
    "strategy.updateObjective": [missing({ id: objectiveId, version, changes: { title: "X" } })],
  }
}
