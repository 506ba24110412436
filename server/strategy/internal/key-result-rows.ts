import { and, asc, eq, isNull, ne, type SQL } from "drizzle-orm"
import { users } from "@/db/schema/members"
import { keyResults, objectives } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { plainDecimal } from "../domain/decimal"
import { standingOf } from "../domain/grade"
import type { KeyResultDefinition } from "../domain/key-result"
import type { KeyResultRow } from "../domain/objective-row"
import { latestMeasurements } from "./current-measurements"

export const definitionColumns = {
  metric: keyResults.metric,
  unit: keyResults.unit,
  direction: keyResults.direction,
  baseline: keyResults.baseline,
  target: keyResults.target,
  relativePercent: keyResults.relativePercent,
  rangeLow: keyResults.rangeLow,
  rangeHigh: keyResults.rangeHigh,
  startDate: keyResults.startDate,
  dueDate: keyResults.dueDate,
  durationAmount: keyResults.durationAmount,
  durationUnit: keyResults.durationUnit,
}

const plain = (text: string | null) => (text === null ? null : plainDecimal(text))

/** The definition as it was entered: databases may add zeros at the end. */
export function asDefinition<T extends KeyResultDefinition>(row: T): T {
  return {
    ...row,
    baseline: plainDecimal(row.baseline),
    target: plain(row.target),
    relativePercent: plain(row.relativePercent),
    rangeLow: plain(row.rangeLow),
    rangeHigh: plain(row.rangeHigh),
  }
}

/** Condition on a join of key results with their objectives: those that count today. */
export const live: SQL = and(isNull(keyResults.droppedAt), ne(objectives.state, "closed"))!

/** Key results with how they stand today, oldest first. Objectives are joined, for conditions on them. */
export async function selectKeyResults(
  ctx: OpCtx,
  ...conditions: (SQL | undefined)[]
): Promise<KeyResultRow[]> {
  const rows = await ctx.db
    .select({
      ...definitionColumns,
      id: keyResults.id,
      objectiveId: keyResults.objectiveId,
      owner: { id: users.id, name: users.name },
      rhythmDays: keyResults.rhythmDays,
      version: keyResults.version,
    })
    .from(keyResults)
    .innerJoin(objectives, own(ctx, objectives, eq(objectives.id, keyResults.objectiveId)))
    .leftJoin(users, eq(users.id, keyResults.ownerId))
    .where(own(ctx, keyResults, ...conditions))
    .orderBy(asc(keyResults.createdAt), asc(keyResults.id))
  const latest = await latestMeasurements(
    ctx,
    rows.map(({ id }) => id),
  )
  const today = ctx.now.slice(0, 10)
  return rows.map((row) => ({
    ...asDefinition(row),
    standing: standingOf(row, latest.get(row.id) ?? null, today),
  }))
}
