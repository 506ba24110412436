import { command } from "@/server/kernel/operation"
import { measurementSchema } from "./domain/measurement"
import { fetchKeyResult, requireLive, scopeOfKeyResult } from "./internal/placed-key-result"
import { writeMeasurement } from "./internal/write-measurement"

/** Writes down what a metric was on a day. @throws INVALID at `measuredOn`, RULE_BROKEN when nothing is measured any more. */
export const recordMeasurement = command("strategy.recordMeasurement", {
  permission: "strategy.measure",
  at: (ctx, input) => scopeOfKeyResult(ctx, input.keyResultId),
  input: measurementSchema,
  async run(ctx, { keyResultId, ...entry }) {
    const keyResult = await fetchKeyResult(ctx, keyResultId, true)
    requireLive(keyResult)
    return writeMeasurement(ctx, keyResult, entry)
  },
})
