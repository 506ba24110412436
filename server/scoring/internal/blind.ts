import { and, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { blindRounds, revealedScores } from "@/db/schema/blind-rounds"
import { users } from "@/db/schema/members"
import { scores } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { FrameworkRow } from "./framework-rows"
import { hasValues } from "./score-rows"

const revealers = alias(users, "revealers")

const stillOpen = and(isNull(blindRounds.revealedAt), isNull(blindRounds.cancelledAt))

function selectRounds(ctx: OpCtx, frameworkKey: string, open: boolean) {
  return ctx.db
    .select({
      id: blindRounds.id,
      scorerIds: blindRounds.scorerIds,
      openedAt: blindRounds.openedAt,
      openedBy: users.name,
      reason: blindRounds.reason,
      revealedAt: blindRounds.revealedAt,
      revealedBy: revealers.name,
      revealReason: blindRounds.revealReason,
    })
    .from(blindRounds)
    .leftJoin(users, eq(users.id, blindRounds.openedBy))
    .leftJoin(revealers, eq(revealers.id, blindRounds.revealedBy))
    .where(
      own(
        ctx,
        blindRounds,
        eq(blindRounds.frameworkKey, frameworkKey),
        open ? stillOpen : isNotNull(blindRounds.revealedAt),
      ),
    )
    .orderBy(desc(blindRounds.revealedAt))
    .limit(1)
}

export type Round = Awaited<ReturnType<typeof selectRounds>>[number]

/** The round in which a framework is scored blind now: nobody is sent what others gave. Undefined without one. */
export async function openRound(ctx: OpCtx, frameworkKey: string): Promise<Round | undefined> {
  const [round] = await selectRounds(ctx, frameworkKey, true)
  return round
}

/** Keys of the frameworks that are scored blind now. */
export async function blindKeys(ctx: OpCtx): Promise<Set<string>> {
  const rows = await ctx.db
    .select({ key: blindRounds.frameworkKey })
    .from(blindRounds)
    .where(own(ctx, blindRounds, stillOpen))
  return new Set(rows.map(({ key }) => key))
}

/** What a page may say of an open round: who is asked, and who has given something, never what. */
export async function describeRound(ctx: OpCtx, framework: FrameworkRow, round: Round, itemId?: string) {
  const given = await ctx.db
    .selectDistinct({ userId: scores.userId })
    .from(scores)
    .where(
      own(
        ctx,
        scores,
        and(eq(scores.frameworkId, framework.id), hasValues),
        itemId === undefined ? undefined : eq(scores.itemId, itemId),
      ),
    )
  const people = await ctx.db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(inArray(users.id, round.scorerIds))
    .orderBy(users.name)
  const done = new Set(given.map(({ userId }) => userId))
  return {
    openedAt: round.openedAt,
    openedBy: round.openedBy ?? "Somebody who left",
    reason: round.reason,
    /** Who is asked, and whether they have scored. */
    people: people.map(({ id, name }) => ({ id, name, scored: done.has(id) })),
  }
}

export type BlindState = Awaited<ReturnType<typeof describeRound>>

/** What an item's scorers had given when the latest round of the framework was revealed. */
export async function revealedWith(ctx: OpCtx, framework: FrameworkRow, itemId: string) {
  const [round] = await selectRounds(ctx, framework.key, false)
  if (!round) return null
  const rows = await ctx.db
    .select({ userId: revealedScores.userId, inputs: revealedScores.inputs, note: revealedScores.note })
    .from(revealedScores)
    .where(
      own(
        ctx,
        revealedScores,
        and(eq(revealedScores.roundId, round.id), eq(revealedScores.frameworkId, framework.id)),
        eq(revealedScores.itemId, itemId),
      ),
    )
  if (rows.length === 0) return null
  const { revealedAt, revealedBy, revealReason } = round
  return { revealedAt, revealedBy: revealedBy ?? "Somebody who left", reason: revealReason, given: rows }
}

/** Keeps every score under the framework as it is at the reveal. Answers how many there are and their SHA-256. */
export async function freezeScores(ctx: OpCtx, round: Round, frameworkIds: readonly string[]) {
  const rows = await ctx.db
    .select({
      itemId: scores.itemId,
      frameworkId: scores.frameworkId,
      userId: scores.userId,
      inputs: scores.inputs,
      note: scores.note,
      givenAt: scores.updatedAt,
    })
    .from(scores)
    .where(own(ctx, scores, inArray(scores.frameworkId, [...frameworkIds]), hasValues))
    .orderBy(scores.frameworkId, scores.itemId, scores.userId)
  for (let start = 0; start < rows.length; start += 1000) {
    const batch = rows
      .slice(start, start + 1000)
      .map((row) => ({ workspaceId: ctx.workspaceId, roundId: round.id, ...row }))
    await ctx.db.insert(revealedScores).values(batch)
  }
  return rows
}

const roundLock = (ctx: OpCtx, frameworkKey: string) =>
  sql`7300004, hashtext(${`${ctx.workspaceId} ${frameworkKey}`})`

/** Taken to open, reveal or cancel a round, once all who are saving under the framework have committed. */
export async function lockRounds(ctx: OpCtx, frameworkKey: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(${roundLock(ctx, frameworkKey)})`)
}

/** Taken by those who save scores: a score lands before the reveal or after it, never in between. */
export async function shareRounds(ctx: OpCtx, frameworkKey: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock_shared(${roundLock(ctx, frameworkKey)})`)
}
