import { eq, sql } from "drizzle-orm"
import { standingChanges as log, standingStamps } from "@/db/schema/standings"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { StandingChange } from "../domain/standing-change"
import type { FrameworkRow } from "./framework-rows"

/** Generations whose changes are kept: numbers that were counted earlier are counted anew. */
const GENERATIONS = 100

const ofFramework = (ctx: OpCtx, { id }: FrameworkRow) => ({
  stamp: own(ctx, standingStamps, eq(standingStamps.frameworkId, id)),
  changes: own(ctx, log, eq(log.frameworkId, id)),
})

/** Begins the next generation of a framework's standings with what it adds to the numbers; the lock is the caller's. */
export async function logChanges(ctx: OpCtx, framework: FrameworkRow, changes: readonly StandingChange[]) {
  const of = ofFramework(ctx, framework)
  await ctx.db.execute(sql`
    with begun as (
      update ${standingStamps} set generation = generation + 1,
        countable_from = greatest(countable_from, generation + 1 - ${GENERATIONS}::int)
      where ${of.stamp} returning generation),
    forgotten as (
      delete from ${log} where ${of.changes} and generation <= (select generation from begun) - ${GENERATIONS}::int)
    insert into ${log} (workspace_id, framework_id, generation, item_id, touched, scored, split, scored_at)
    select ${ctx.workspaceId}::uuid, ${framework.id}::uuid, begun.generation, n."itemId", n.touched, n.scored, n.split, n."scoredAt"
    from begun, json_to_recordset(${JSON.stringify(changes)}::text::json)
      as n("itemId" uuid, touched smallint, scored smallint, split smallint, "scoredAt" timestamptz)`)
}

/** Begins a generation from which on numbers are counted anew. */
export async function logRestart(ctx: OpCtx, framework: FrameworkRow) {
  const of = ofFramework(ctx, framework)
  const next = sql`${standingStamps.generation} + 1`
  await ctx.db.update(standingStamps).set({ generation: next, countableFrom: next }).where(of.stamp)
  await ctx.db.delete(log).where(of.changes)
}
