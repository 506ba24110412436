import { asc, desc, eq, inArray, isNull } from "drizzle-orm"
import { z } from "zod"
import { users } from "@/db/schema/members"
import { keyResults, measurements, objectiveDecisions, objectives } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { plainDecimal } from "./domain/decimal"
import { summaryOf } from "./domain/grade"
import { objectiveNumber } from "./domain/objective"
import type { MeasurementRow } from "./domain/objective-row"
import { selectInitiatives } from "./internal/initiative-rows"
import { selectKeyResults } from "./internal/key-result-rows"
import { selectLinks } from "./internal/link-rows"
import { fetchObjective } from "./internal/objective-rows"
import { strategyActivity } from "./internal/strategy-activity"

async function selectMeasurements(ctx: OpCtx, ids: string[]): Promise<Map<string, MeasurementRow[]>> {
  if (ids.length === 0) return new Map()
  const rows = await ctx.db
    .select({
      keyResultId: measurements.keyResultId,
      id: measurements.id,
      measuredOn: measurements.measuredOn,
      value: measurements.value,
      note: measurements.note,
      by: { id: users.id, name: users.name },
      recordedAt: measurements.recordedAt,
      supersedes: measurements.supersedes,
      reason: measurements.reason,
    })
    .from(measurements)
    .innerJoin(users, eq(users.id, measurements.measuredBy))
    .where(own(ctx, measurements, inArray(measurements.keyResultId, ids)))
    .orderBy(asc(measurements.measuredOn), asc(measurements.recordedAt), asc(measurements.id))
  const replacedBy = new Map(rows.flatMap(({ id, supersedes }) => (supersedes ? [[supersedes, id]] : [])))
  const complete = rows.map((row) => ({
    ...row,
    value: row.value === null ? null : plainDecimal(row.value),
    supersededBy: replacedBy.get(row.id) ?? null,
  }))
  return Map.groupBy(complete, ({ keyResultId }) => keyResultId)
}

function selectDecisions(ctx: OpCtx, objectiveId: string) {
  return ctx.db
    .select({
      id: objectiveDecisions.id,
      from: objectiveDecisions.fromState,
      to: objectiveDecisions.toState,
      reason: objectiveDecisions.reason,
      by: { id: users.id, name: users.name },
      at: objectiveDecisions.decidedAt,
    })
    .from(objectiveDecisions)
    .innerJoin(users, eq(users.id, objectiveDecisions.decidedBy))
    .where(own(ctx, objectiveDecisions, eq(objectiveDecisions.objectiveId, objectiveId)))
    .orderBy(desc(objectiveDecisions.decidedAt), desc(objectiveDecisions.id))
}

/** One objective by its key "O-3", with key results, every measurement, links, initiatives and what happened. @throws NOT_FOUND */
export const getObjective = query("strategy.getObjective", {
  permission: "strategy.read",
  at: "rows",
  input: z.object({ key: z.string().min(1).max(20) }),
  async run(ctx, { key }) {
    const number = objectiveNumber(key)
    if (number === undefined) throw notFound("The objective")
    const objective = await fetchObjective(ctx, eq(objectives.number, number))
    const results = await selectKeyResults(
      ctx,
      eq(keyResults.objectiveId, objective.id),
      isNull(keyResults.droppedAt),
    )
    const ids = results.map(({ id }) => id)
    const [measured, { links, hidden }, decisions, initiatives, activity] = await Promise.all([
      selectMeasurements(ctx, ids),
      selectLinks(ctx, "keyResultId", ids),
      selectDecisions(ctx, objective.id),
      selectInitiatives(ctx, { objectiveId: objective.id }),
      strategyActivity(ctx, "objective", objective.id),
    ])
    return {
      ...objective,
      summary: summaryOf(results.map(({ standing }) => standing)),
      keyResults: results.map((row) => ({
        ...row,
        measurements: measured.get(row.id) ?? [],
        links: links.get(row.id) ?? [],
        hiddenLinks: hidden.get(row.id) ?? 0,
      })),
      decisions,
      initiatives,
      activity,
    }
  },
})
