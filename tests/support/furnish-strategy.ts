import type { Ctx } from "@/server/kernel/context"
import { createInitiative } from "@/server/strategy/create-initiative"
import { createObjective } from "@/server/strategy/create-objective"
import { linkSubject } from "@/server/strategy/link-subject"
import { recordMeasurement } from "@/server/strategy/record-measurement"
import { recordSpending } from "@/server/strategy/record-spending"
import { requestFunding } from "@/server/strategy/request-funding"
import { NOW } from "./world"

const today = NOW.slice(0, 10)

/** "Reduce churn by 15 % in six months", begun some days before the tests' clock. */
export const CHURN = {
  metric: "Churn",
  unit: "%",
  baseline: "4.8",
  target: { kind: "relative" as const, direction: "decrease" as const, percent: "15" },
  startDate: "2026-07-01",
  due: { kind: "duration" as const, amount: 6, unit: "month" as const },
}

/** An objective with a measured key result and an initiative that asks for money and spent some. */
export async function furnishStrategy(admin: Ctx, productId: string) {
  const objective = await createObjective(admin, {
    title: "Keep our customers",
    periodStart: "2026-07-01",
    periodEnd: "2027-01-01",
    keyResults: [CHURN],
  })
  const keyResultId = objective.keyResultIds[0]!
  const measurement = await recordMeasurement(admin, {
    keyResultId,
    measuredOn: today,
    value: "4.5",
    note: "Test",
  })
  const link = await linkSubject(admin, { keyResultId, productId })
  const initiative = await createInitiative(admin, {
    name: "Win-back list",
    startQuarter: "2026-Q4",
    endQuarter: "2027-Q1",
  })
  const money = { initiativeId: initiative.id, amount: "100", currency: "EUR" }
  const request = await requestFunding(admin, { ...money, reason: "Test" })
  const spending = await recordSpending(admin, { ...money, spentOn: today, note: "Test" })
  return {
    objectiveId: objective.id,
    keyResultId,
    measurementId: measurement.id,
    strategyLinkId: link.id,
    initiativeId: initiative.id,
    fundingRequestId: request.id,
    spendingId: spending.id,
  }
}

export type StrategyIds = Awaited<ReturnType<typeof furnishStrategy>>
