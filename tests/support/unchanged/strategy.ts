import { createInitiative } from "@/server/strategy/create-initiative"
import { CHURN } from "@/tests/support/furnish-strategy"
import { NOW } from "@/tests/support/world"
import { ADDS, byOther, conflicting, missing, quiet, ruledOut, type Scene, type Unchanged } from "./scene"

const reason = "Test"
const today = NOW.slice(0, 10)
const objective = async (s: Scene) => ({
  id: s.ids.objectiveId,
  version: await s.version("objectives", s.ids.objectiveId),
})
const keyResult = async (s: Scene) => ({
  id: s.ids.keyResultId,
  version: await s.version("key_results", s.ids.keyResultId),
})
const initiative = async (s: Scene, id = s.ids.initiativeId) => ({
  id,
  version: await s.version("initiatives", id),
})
const quarters = { startQuarter: "2026-Q4", endQuarter: "2027-Q1" }

export const UNCHANGED_STRATEGY: Unchanged = {
  "strategy.addKeyResult": ADDS,
  "strategy.correctMeasurement": conflicting((s) => ({
    id: s.ids.measurementId,
    measuredOn: today,
    value: "4.4",
    note: "Test",
    reason,
  })),
  "strategy.correctSpending": conflicting((s) => ({
    id: s.ids.spendingId,
    spentOn: today,
    amount: "90",
    note: "Test",
    reason,
  })),
  "strategy.createInitiative": ADDS,
  "strategy.createObjective": ADDS,
  "strategy.decideFunding": byOther(
    conflicting((s) => ({
      requestId: s.ids.fundingRequestId,
      decision: "declined",
      reason,
    })),
  ),
  "strategy.dropInitiative": missing(
    async (s, { id }) => ({ ...(await initiative(s, id)), reason }),
    (s: Scene) => createInitiative(s.ctx, { name: "To drop", ...quarters }),
  ),
  "strategy.linkSubject": quiet((s) => ({ keyResultId: s.ids.keyResultId, itemId: s.ids.itemId })),
  "strategy.recordMeasurement": ADDS,
  "strategy.recordSpending": ADDS,
  "strategy.requestFunding": ADDS,
  "strategy.unlinkSubject": missing((s) => ({ id: s.ids.strategyLinkId })),
  "strategy.updateInitiative": quiet(async (s) => ({
    ...(await initiative(s)),
    changes: { name: "Win them back", sponsorId: null, ...quarters },
  })),
  "strategy.updateKeyResult": quiet(async (s) => ({ ...(await keyResult(s)), keyResult: CHURN, reason })),
  "strategy.updateObjective": quiet(async (s) => ({
    ...(await objective(s)),
    changes: { title: "Keep them", ownerId: null },
  })),
  "strategy.dropKeyResult": ruledOut(async (s) => ({ ...(await keyResult(s)), reason })),
  "strategy.changeObjectiveState": ruledOut(async (s) => ({
    ...(await objective(s)),
    state: "closed",
    reason,
  })),
}
