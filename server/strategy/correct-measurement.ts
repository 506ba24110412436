import { eq } from "drizzle-orm"
import { measurements } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { conflict, notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { plainDecimal } from "./domain/decimal"
import { correctionSchema } from "./domain/measurement"
import { fetchKeyResult, requireLive, scopeOfKeyResult } from "./internal/placed-key-result"
import { writeMeasurement } from "./internal/write-measurement"

async function fetchMeasurement(ctx: OpCtx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(measurements)
    .where(own(ctx, measurements, eq(measurements.id, id)))
  if (!row) throw notFound("The measurement")
  return row
}

/**
 * Replaces a measurement by a new row with a reason; the old one stays readable. @throws CONFLICT with the row that
 * replaced it already, INVALID at `measuredOn`, NOT_FOUND.
 */
export const correctMeasurement = command("strategy.correctMeasurement", {
  permission: "strategy.measure",
  at: async (ctx, input) => scopeOfKeyResult(ctx, (await fetchMeasurement(ctx, input.id)).keyResultId),
  input: correctionSchema,
  async run(ctx, { id, reason, ...entry }) {
    const wrong = await fetchMeasurement(ctx, id)
    const keyResult = await fetchKeyResult(ctx, wrong.keyResultId, true)
    requireLive(keyResult)
    const [newer] = await ctx.db
      .select()
      .from(measurements)
      .where(own(ctx, measurements, eq(measurements.supersedes, id)))
    if (newer) throw conflict("The measurement", newer)
    const { measuredOn, value, note } = wrong
    const before = { measuredOn, value: value === null ? null : plainDecimal(value), note }
    return writeMeasurement(ctx, keyResult, entry, { supersedes: id, reason, before })
  },
})
