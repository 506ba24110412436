import { and, asc, eq } from "drizzle-orm"
import { z } from "zod"
import { orderChanges } from "@/db/schema/backlog"
import { users } from "@/db/schema/members"
import { scores } from "@/db/schema/scoring"
import { workshopEntries, workshopFacts } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { agreementOf } from "./domain/round-agreement"
import { countedEntries } from "./domain/round-results"
import { isOpen } from "./domain/workshop"
import { fetchLatestFramework } from "./internal/latest-framework"
import { findOwnSeat } from "./internal/participant"
import { fetchRounds, revealedRounds } from "./internal/round-rows"
import { fetchWorkshopItems, readableItems, withinReach } from "./internal/workshop-items"
import { fetchWorkshop, type WorkshopRow } from "./internal/workshop-rows"

async function listFacts(ctx: OpCtx, id: string) {
  return ctx.db
    .select({
      kind: workshopFacts.kind,
      round: workshopFacts.round,
      at: workshopFacts.at,
      by: users.name,
      note: workshopFacts.note,
    })
    .from(workshopFacts)
    .leftJoin(users, eq(users.id, workshopFacts.byId))
    .where(own(ctx, workshopFacts, eq(workshopFacts.workshopId, id)))
    .orderBy(asc(workshopFacts.seq))
}

/** What the caller entered, and what they gave outside before: a start that only they see. */
async function ownValues(ctx: OpCtx, { id, frameworkId, phase }: WorkshopRow) {
  const entries = await ctx.db
    .select({
      round: workshopEntries.round,
      itemId: workshopEntries.itemId,
      inputs: workshopEntries.inputs,
      note: workshopEntries.note,
      version: workshopEntries.version,
    })
    .from(workshopEntries)
    .where(
      own(
        ctx,
        workshopEntries,
        and(eq(workshopEntries.workshopId, id), eq(workshopEntries.userId, ctx.userId)),
      ),
    )
  const earlier = isOpen(phase)
    ? await ctx.db
        .select({ itemId: scores.itemId, inputs: scores.inputs })
        .from(scores)
        .where(own(ctx, scores, eq(scores.frameworkId, frameworkId), eq(scores.userId, ctx.userId)))
    : []
  return { entries, earlier }
}

async function findAdoption(ctx: OpCtx, { orderChangeId, adoptedAt, adoptedBy }: WorkshopRow) {
  if (!adoptedAt || !adoptedBy) return null
  const [person] = await ctx.db.select({ name: users.name }).from(users).where(eq(users.id, adoptedBy))
  const [change] = orderChangeId
    ? await ctx.db
        .select({ undoneAt: orderChanges.undoneAt })
        .from(orderChanges)
        .where(own(ctx, orderChanges, eq(orderChanges.id, orderChangeId)))
    : []
  return {
    at: adoptedAt,
    by: person?.name ?? "Somebody who left",
    changeId: orderChangeId,
    undoneAt: change?.undoneAt ?? null,
  }
}

/**
 * A workshop as the caller may see it now: the state, the items, their own values, and what everybody gave in the rounds
 * that are revealed, never in the one under way. @throws NOT_FOUND, FORBIDDEN.
 */
export const getWorkshop = query("workshops.getWorkshop", {
  permission: "scoring.read",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const workshop = await fetchWorkshop(ctx, id)
    const all = await fetchWorkshopItems(ctx, id)
    const rows = readableItems(ctx, all)
    const scorable = new Set(withinReach(ctx, rows, "scoring.score").map(({ itemId }) => itemId))
    const facilitated = withinReach(ctx, all, "workshops.facilitate").length === all.length
    const [facts, latest, seat, mine, adopted] = await Promise.all([
      listFacts(ctx, id),
      fetchLatestFramework(ctx, workshop.framework.key),
      findOwnSeat(ctx, id),
      ownValues(ctx, workshop),
      findAdoption(ctx, workshop),
    ])
    const ids = new Set(rows.map(({ itemId }) => itemId))
    const rounds = await fetchRounds(ctx, id, revealedRounds(workshop, facts), [...ids])
    const { definition } = workshop.framework
    return {
      id,
      title: workshop.title,
      phase: workshop.phase,
      round: workshop.round,
      revision: workshop.revision,
      now: ctx.now,
      createdAt: workshop.createdAt,
      closedAt: workshop.closedAt,
      framework: { ...workshop.framework, latest: latest?.version ?? workshop.framework.version },
      facilitator: workshop.facilitator,
      mayFacilitate: facilitated,
      focusItemId: workshop.focusItemId,
      timerEndsAt: workshop.timerEndsAt,
      decision: workshop.decision,
      outcome: workshop.outcome,
      adopted,
      facts,
      hidden: all.length - rows.length,
      items: rows.map(({ scope: _, finalRank, sentence, ...item }) => ({
        ...item,
        finalRank,
        sentence,
        mayScore: scorable.has(item.itemId),
      })),
      mine: {
        joinedAt: seat?.joinedAt ?? null,
        invitedAt: seat?.invitedAt ?? null,
        finishedRound: seat?.finishedRound ?? 0,
        dissent: seat?.dissent ?? null,
        entries: mine.entries.filter(({ itemId }) => ids.has(itemId)),
        earlier: mine.earlier.filter(({ itemId }) => ids.has(itemId)),
      },
      rounds: rounds.map((entries, index) => ({
        round: index + 1,
        entries: entries.map(({ seenVersion: _, ...entry }) => entry),
        agreement: agreementOf(definition, countedEntries(rounds.slice(0, index + 1))),
      })),
    }
  },
})
