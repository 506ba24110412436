import { and, eq, fillPlaceholders, gt, lte, type SQL, sql } from "drizzle-orm"
import { PgDialect } from "drizzle-orm/pg-core"
import { auditEvents, auditHeads, auditLeaves, auditTargets } from "@/db/schema/audit"
import { items } from "@/db/schema/backlog"
import { scores } from "@/db/schema/scoring"
import { scoreStandings, standingChanges, standingStamps } from "@/db/schema/standings"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { itemCondition } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import { own, rowsOf } from "@/server/kernel/database"
import { fixedStatement } from "@/server/kernel/fixed-statement"
import type { FrameworkRow } from "./framework-rows"
import { withinScoring } from "./reach"
import { hasValues } from "./score-rows"

/** Records of these features change nothing that a ranking is counted from. */
const BESIDE = ["approvals", "audit", "discussion"]

/** Records looked at: after more than these, counting anew is as quick. */
export const RECORDS = 100

/** How far the audit trail and the standings of a framework are. */
export type Mark = { seq: number; generation: number }

export type Since = Mark & {
  countableFrom: number
  /** What the standings changed since the mark add to the numbers of the filter. */
  touched: number
  scored: number
  split: number
  scoredAt: string | null
  /** Who scored the items of the filter whose standings changed. */
  people: string[]
}

/**
 * The statement that asks what changed since the numbers of a filter were counted. Put together once for a filter: that
 * takes the server longer than asking takes the database. One statement, hence one moment: what it says of the audit
 * trail, of standings and of items belongs together.
 */
export function questionSince(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter): (mark: Mark) => SQL {
  const stamp = own(ctx, standingStamps, eq(standingStamps.frameworkId, framework.id))
  const { sql: text, params } = new PgDialect().sqlToQuery(sql`
    select ${auditHeads.seq}::float8 as seq, ${standingStamps.generation},
      ${standingStamps.countableFrom} as "countableFrom", changes.*
    from ${auditHeads} cross join ${standingStamps} cross join (${changesSince(ctx, framework, filter)}) as changes
    where ${own(ctx, auditHeads)} and ${stamp}`)
  const ask = fixedStatement(text)
  return (mark) => ask(...fillPlaceholders(params, mark))
}

/** The answer; undefined when the framework has lost its standings. */
export async function askSince(ctx: OpCtx, question: SQL): Promise<Since | undefined> {
  const [row] = await rowsOf<Omit<Since, "people"> & { people: string | null }>(ctx.db, question)
  if (!row) return undefined
  const { scoredAt, people, ...rest } = row
  return {
    ...rest,
    scoredAt: scoredAt && (scoreStandings.scoredAt.mapFromDriverValue(scoredAt) as string),
    people: people ? people.split(",") : [],
  }
}

// In both, a limit keeps each look-up a look-up by its key, whatever the planner thinks of how many there are.

/** Of the records between two moments: those that saved scores under the framework, and those that changed other things. */
export async function countRecords(ctx: OpCtx, framework: FrameworkRow, from: Mark, to: Mark) {
  const between = own(ctx, auditLeaves, gt(auditLeaves.seq, from.seq), lte(auditLeaves.seq, to.seq))
  const underIt = own(
    ctx,
    auditTargets,
    eq(auditTargets.targetType, "framework"),
    eq(auditTargets.targetId, framework.id),
    sql`${auditTargets.eventId} = event.id`,
  )
  const [row] = await rowsOf<{ saves: number; others: number }>(
    ctx.db,
    sql`select count(*) filter (where record.saves)::int as saves, count(*) filter (where not record.saves)::int as others
    from ${auditLeaves} cross join lateral (
      select event.action = 'scoring.saveScores' and exists (select 1 from ${auditTargets} where ${underIt}) as saves
      from (select ${auditEvents.id}, ${auditEvents.action}, ${auditEvents.outcome} from ${auditEvents}
        where ${own(ctx, auditEvents, eq(auditEvents.id, auditLeaves.eventId))} limit 1) as event
      where event.outcome = 'success' and split_part(event.action, '.', 1) not in ${BESIDE}) as record
    where ${between}`,
  )
  return row!
}

function changesSince(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter): SQL {
  const since = own(
    ctx,
    standingChanges,
    eq(standingChanges.frameworkId, framework.id),
    gt(standingChanges.generation, sql`${sql.placeholder("generation")}::int`),
  )
  const inFilter = and(eq(items.id, standingChanges.itemId), itemCondition(ctx, filter, withinScoring(ctx)))
  const given = own(
    ctx,
    scores,
    sql`${scores.itemId} = change.item_id`,
    eq(scores.frameworkId, framework.id),
    hasValues,
  )
  return sql`
    with change as (
      select ${standingChanges.itemId}, ${standingChanges.touched}, ${standingChanges.scored}, ${standingChanges.split},
        ${standingChanges.scoredAt}
      from ${standingChanges} cross join lateral (select 1 from ${items} where ${inFilter} limit 1) as item where ${since})
    select coalesce(sum(touched), 0)::int as touched, coalesce(sum(scored), 0)::int as scored,
      coalesce(sum(split), 0)::int as split, max(scored_at)::text as "scoredAt",
      (select string_agg(distinct giver.id, ',') from change cross join lateral (
        select ${scores.userId}::text as id from ${scores} where ${given} offset 0) as giver) as people
    from change`
}
