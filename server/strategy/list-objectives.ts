import { and, eq, inArray, isNull, ne, or, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { keyResults, objectives } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { pageInput } from "@/server/kernel/domain/page"
import { query } from "@/server/kernel/operation"
import { contains } from "@/server/products/within-reach"
import { summaryOf } from "./domain/grade"
import { objectiveNumber } from "./domain/objective"
import { type ObjectiveFilter, objectiveFilterSchema } from "./domain/objective-filter"
import type { ListedObjective } from "./domain/objective-row"
import { selectKeyResults } from "./internal/key-result-rows"
import { selectObjectives } from "./internal/objective-rows"

function searched(ctx: OpCtx, search: string): SQL | undefined {
  if (!search) return undefined
  const number = objectiveNumber(search)
  const byMetric = ctx.db
    .select({ id: keyResults.objectiveId })
    .from(keyResults)
    .where(own(ctx, keyResults, isNull(keyResults.droppedAt), contains(sql`${keyResults.metric}`, search)))
  return or(
    contains(sql`${objectives.title}`, search),
    number === undefined ? undefined : eq(objectives.number, number),
    inArray(objectives.id, byMetric),
  )
}

function ownedBy(ctx: OpCtx, ownerIds: ObjectiveFilter["ownerIds"]): SQL | undefined {
  if (ownerIds.length === 0) return undefined
  const people = ownerIds.filter((id) => id !== "none").map((id) => (id === "me" ? ctx.userId : id))
  return or(
    inArray(objectives.ownerId, people),
    ownerIds.includes("none") ? isNull(objectives.ownerId) : undefined,
  )
}

async function listAll(ctx: OpCtx, filter: ObjectiveFilter): Promise<ListedObjective[]> {
  const { states, domainIds } = filter
  const where = and(
    searched(ctx, filter.search),
    states.length > 0 ? inArray(objectives.state, states) : ne(objectives.state, "closed"),
    domainIds.length > 0 ? inArray(objectives.domainId, domainIds) : undefined,
    ownedBy(ctx, filter.ownerIds),
  )
  const rows = await selectObjectives(ctx, where)
  const results = await selectKeyResults(ctx, isNull(keyResults.droppedAt), where)
  const byObjective = Map.groupBy(results, ({ objectiveId }) => objectiveId)
  return rows.map(({ description: _, ...row }) => {
    const own = byObjective.get(row.id) ?? []
    return { ...row, keyResults: own, summary: summaryOf(own.map(({ standing }) => standing)) }
  })
}

/**
 * One page of the objectives, newest first, with their key results graded today. `counts` are over everything that the
 * filter finds: how many there are, and of the active ones how many stand well, badly or unknown.
 */
export const listObjectives = query("strategy.listObjectives", {
  permission: "strategy.read",
  at: "rows",
  input: z.object({
    filter: objectiveFilterSchema.prefault({}),
    ...pageInput,
  }),
  async run(ctx, { filter, offset, limit }) {
    const all = await listAll(ctx, filter)
    const { grades } = filter
    const found =
      grades.length > 0 ? all.filter(({ summary }) => summary && grades.includes(summary.grade)) : all
    const active = found.filter(({ state }) => state === "active")
    const count = (state: string) => active.filter(({ summary }) => summary?.state === state).length
    return {
      objectives: found.slice(offset, offset + limit),
      counts: {
        total: found.length,
        active: active.length,
        good: count("good"),
        warning: count("warning"),
        bad: count("bad"),
      },
    }
  },
})
