import { eq, isNotNull, ne } from "drizzle-orm"
import { measurements } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { invalidField } from "@/server/kernel/errors"
import { shortDay } from "../domain/day-words"
import { measuredOnProblem } from "../domain/measurement"
import { valueWords } from "../domain/sentence"
import { notSuperseded } from "./current-measurements"
import { objectiveTarget, type PlacedKeyResult } from "./placed-key-result"

type New = { measuredOn: string; value: string | null; note: string }
type Correction = { supersedes: string; reason: string; before: New }

/** One valid measurement per day; `except` is the one about to be replaced. */
async function checkDay(ctx: OpCtx, keyResult: PlacedKeyResult, measuredOn: string, except?: string) {
  const problem = measuredOnProblem(measuredOn, keyResult.startDate, ctx.now.slice(0, 10))
  if (problem) throw invalidField("measuredOn", problem)
  const [same] = await ctx.db
    .select({ id: measurements.id })
    .from(measurements)
    .where(
      own(
        ctx,
        measurements,
        eq(measurements.keyResultId, keyResult.id),
        eq(measurements.measuredOn, measuredOn),
        isNotNull(measurements.value),
        notSuperseded,
        except ? ne(measurements.id, except) : undefined,
      ),
    )
  if (same) throw invalidField("measuredOn", "That day has a measurement already. Correct it instead")
}

/** Adds a measurement to a key result whose row the caller has locked. @throws INVALID at `measuredOn` */
export async function writeMeasurement(
  ctx: OpCtx,
  keyResult: PlacedKeyResult,
  entry: New,
  correction?: Correction,
): Promise<{ id: string }> {
  const { measuredOn, value, note } = entry
  if (value !== null) await checkDay(ctx, keyResult, measuredOn, correction?.supersedes)
  const id = newId()
  await ctx.db.insert(measurements).values({
    workspaceId: ctx.workspaceId,
    id,
    keyResultId: keyResult.id,
    ...entry,
    measuredBy: ctx.userId,
    recordedAt: ctx.now,
    supersedes: correction?.supersedes ?? null,
    reason: correction?.reason ?? null,
  })
  const figure = value === null ? "nothing" : valueWords(value, keyResult.unit)
  const { metric } = keyResult
  ctx.record({
    targets: [objectiveTarget(keyResult.objective), { type: "keyResult", id: keyResult.id, name: metric }],
    summary: correction
      ? value === null
        ? `Withdrew the measurement of ${metric} of ${shortDay(correction.before.measuredOn)}`
        : `Corrected ${metric} of ${shortDay(measuredOn)} to ${figure}`
      : `Measured ${metric}: ${figure} on ${shortDay(measuredOn)}`,
    ...(correction && { before: correction.before, reason: correction.reason }),
    after: { measuredOn, value, note },
  })
  return { id }
}
