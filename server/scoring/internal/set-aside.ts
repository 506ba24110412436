import { and, desc, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { blindRounds, setAsideScores } from "@/db/schema/blind-rounds"
import { users } from "@/db/schema/members"
import { scores } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { Round } from "./blind"

type Entry = { itemId: string; userId: string }

/**
 * Called before scores are written in a blind round: keeps what stood before the round, the first time that an entry
 * is written in it.
 */
export async function keepEarlier(
  ctx: OpCtx,
  round: Round,
  frameworkId: string,
  entries: readonly Entry[],
): Promise<void> {
  const list = JSON.stringify(entries.map(({ itemId, userId }) => ({ item: itemId, person: userId })))
  await ctx.db.execute(
    sql`insert into ${setAsideScores} (workspace_id, round_id, framework_id, item_id, user_id, earlier_inputs,
        earlier_note, earlier_carried_from, earlier_carried_by, earlier_given_at)
      select ${ctx.workspaceId}::uuid, ${round.id}::uuid, ${frameworkId}::uuid, n.item, n.person, ${scores.inputs},
        ${scores.note}, ${scores.carriedFrom}, ${scores.carriedBy}, ${scores.updatedAt}
      from json_to_recordset(${list}::text::json) as n(item uuid, person uuid)
      left join ${scores} on ${own(
        ctx,
        scores,
        eq(scores.frameworkId, frameworkId),
        and(sql`${scores.itemId} = n.item`, sql`${scores.userId} = n.person`),
      )}
      on conflict do nothing`,
  )
}

/** What was kept of a round serves nothing once it is revealed. */
export async function dropEarlier(ctx: OpCtx, roundId: string): Promise<void> {
  await ctx.db.delete(setAsideScores).where(own(ctx, setAsideScores, eq(setAsideScores.roundId, roundId)))
}

const sameEntry = sql`${scores.workspaceId} = ${setAsideScores.workspaceId}
  and ${scores.frameworkId} = ${setAsideScores.frameworkId}
  and ${scores.itemId} = ${setAsideScores.itemId} and ${scores.userId} = ${setAsideScores.userId}`

/**
 * Sets aside every score written in a round, and puts back what stood before it; of an entry the latest round counts.
 * Answers the entries it touched, with whether something of them is set aside.
 */
export async function setAside(ctx: OpCtx, roundId: string) {
  const ofRound = own(ctx, setAsideScores, eq(setAsideScores.roundId, roundId))
  await ctx.db.execute(
    sql`update ${setAsideScores} set inputs = ${scores.inputs}, note = ${scores.note}, given_at = ${scores.updatedAt}
      from ${scores} where ${ofRound} and ${sameEntry} and (${scores.inputs} <> '{}'::jsonb or ${scores.note} <> '')`,
  )
  await ctx.db.execute(
    sql`delete from ${scores} using ${setAsideScores}
      where ${ofRound} and ${sameEntry} and ${setAsideScores.earlierGivenAt} is null`,
  )
  await ctx.db.execute(
    sql`update ${scores} set inputs = ${setAsideScores.earlierInputs}, note = ${setAsideScores.earlierNote},
        carried_from = ${setAsideScores.earlierCarriedFrom}, carried_by = ${setAsideScores.earlierCarriedBy},
        updated_at = ${setAsideScores.earlierGivenAt}, version = ${scores.version} + 1
      from ${setAsideScores} where ${ofRound} and ${sameEntry} and ${setAsideScores.earlierGivenAt} is not null`,
  )
  const touched = await ctx.db
    .select({
      itemId: setAsideScores.itemId,
      userId: setAsideScores.userId,
      frameworkId: setAsideScores.frameworkId,
      kept: sql<boolean>`${setAsideScores.givenAt} is not null`,
    })
    .from(setAsideScores)
    .where(ofRound)
  await ctx.db
    .delete(setAsideScores)
    .where(own(ctx, setAsideScores, eq(setAsideScores.roundId, roundId), isNull(setAsideScores.givenAt)))
  await ctx.db.execute(
    sql`delete from ${setAsideScores} using ${setAsideScores} as latest
      where ${own(ctx, setAsideScores)} and latest.workspace_id = ${setAsideScores.workspaceId}
        and latest.round_id = ${roundId} and ${setAsideScores.roundId} <> latest.round_id
        and latest.framework_id = ${setAsideScores.frameworkId} and latest.item_id = ${setAsideScores.itemId}
        and latest.user_id = ${setAsideScores.userId}`,
  )
  return touched
}

const mine = (ctx: OpCtx, frameworkId: string, ...more: (SQL | undefined)[]) =>
  own(
    ctx,
    setAsideScores,
    eq(setAsideScores.frameworkId, frameworkId),
    eq(setAsideScores.userId, ctx.userId),
    isNotNull(setAsideScores.givenAt),
    ...more,
  )

/** The caller's own values that cancelled rounds set aside, in manual order. */
export function ownSetAside(ctx: OpCtx, frameworkId: string) {
  return ctx.db
    .select({
      itemId: setAsideScores.itemId,
      inputs: setAsideScores.inputs,
      note: setAsideScores.note,
      cancelledAt: blindRounds.cancelledAt,
    })
    .from(setAsideScores)
    .innerJoin(blindRounds, own(ctx, blindRounds, eq(blindRounds.id, setAsideScores.roundId)))
    .innerJoin(items, own(ctx, items, eq(items.id, setAsideScores.itemId)))
    .where(mine(ctx, frameworkId))
    .orderBy(items.rank, items.id)
}

/** Of how many items the caller's own values are set aside, and by which cancelled round the latest. Null without. */
export async function describeSetAside(ctx: OpCtx, frameworkId: string) {
  const rows = await ctx.db
    .select({
      items: sql<number>`count(*)::int`,
      cancelledAt: blindRounds.cancelledAt,
      cancelledBy: users.name,
      reason: blindRounds.cancelReason,
    })
    .from(setAsideScores)
    .innerJoin(blindRounds, own(ctx, blindRounds, eq(blindRounds.id, setAsideScores.roundId)))
    .leftJoin(users, eq(users.id, blindRounds.cancelledBy))
    .where(mine(ctx, frameworkId))
    .groupBy(blindRounds.id, blindRounds.cancelledAt, users.name, blindRounds.cancelReason)
    .orderBy(desc(blindRounds.cancelledAt))
  const [latest] = rows
  if (!latest?.cancelledAt) return null
  return {
    items: rows.reduce((sum, row) => sum + row.items, 0),
    cancelledAt: latest.cancelledAt,
    cancelledBy: latest.cancelledBy ?? "Somebody who left",
    reason: latest.reason ?? "",
  }
}

/** Drops the caller's own values that were set aside. Answers of how many items. */
export async function dropSetAside(ctx: OpCtx, frameworkId: string): Promise<number> {
  const dropped = await ctx.db
    .delete(setAsideScores)
    .where(mine(ctx, frameworkId))
    .returning({ itemId: setAsideScores.itemId })
  return dropped.length
}
