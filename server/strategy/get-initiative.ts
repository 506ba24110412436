import { asc, desc, eq } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { z } from "zod"
import { fundingDecisions, fundingRequests, spendings } from "@/db/schema/funding"
import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { plainDecimal } from "./domain/decimal"
import type { FundingRequestRow, SpendingRow } from "./domain/initiative-row"
import { fetchInitiative, selectInitiatives } from "./internal/initiative-rows"
import { selectLinks } from "./internal/link-rows"
import { strategyActivity } from "./internal/strategy-activity"

const decider = alias(users, "decider")

async function selectRequests(ctx: OpCtx, initiativeId: string): Promise<FundingRequestRow[]> {
  const rows = await ctx.db
    .select({
      id: fundingRequests.id,
      amount: fundingRequests.amount,
      currency: fundingRequests.currency,
      reason: fundingRequests.reason,
      askedBy: { id: users.id, name: users.name },
      askedAt: fundingRequests.askedAt,
      decision: fundingDecisions,
      decider: { id: decider.id, name: decider.name },
    })
    .from(fundingRequests)
    .innerJoin(users, eq(users.id, fundingRequests.askedBy))
    .leftJoin(
      fundingDecisions,
      own(ctx, fundingDecisions, eq(fundingDecisions.requestId, fundingRequests.id)),
    )
    .leftJoin(decider, eq(decider.id, fundingDecisions.decidedBy))
    .where(own(ctx, fundingRequests, eq(fundingRequests.initiativeId, initiativeId)))
    .orderBy(desc(fundingRequests.askedAt), desc(fundingRequests.id))
  return rows.map(({ decision, decider: by, ...request }) => ({
    ...request,
    amount: plainDecimal(request.amount),
    decision:
      decision && by
        ? {
            decision: decision.decision,
            amount: plainDecimal(decision.amount),
            reason: decision.reason,
            by,
            at: decision.decidedAt,
          }
        : null,
  }))
}

async function selectSpendings(ctx: OpCtx, initiativeId: string): Promise<SpendingRow[]> {
  const rows = await ctx.db
    .select({
      id: spendings.id,
      spentOn: spendings.spentOn,
      amount: spendings.amount,
      currency: spendings.currency,
      note: spendings.note,
      by: { id: users.id, name: users.name },
      bookedAt: spendings.bookedAt,
      supersedes: spendings.supersedes,
      reason: spendings.reason,
    })
    .from(spendings)
    .innerJoin(users, eq(users.id, spendings.bookedBy))
    .where(own(ctx, spendings, eq(spendings.initiativeId, initiativeId)))
    .orderBy(desc(spendings.spentOn), asc(spendings.bookedAt), asc(spendings.id))
  const replacedBy = new Map(rows.flatMap(({ id, supersedes }) => (supersedes ? [[supersedes, id]] : [])))
  return rows.map((row) => ({
    ...row,
    amount: plainDecimal(row.amount),
    supersededBy: replacedBy.get(row.id) ?? null,
  }))
}

/** One initiative with its requests, decisions, spendings, links and what happened to it. @throws NOT_FOUND */
export const getInitiative = query("strategy.getInitiative", {
  permission: "strategy.read",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const { description } = await fetchInitiative(ctx, id)
    const [row] = await selectInitiatives(ctx, { ids: [id] })
    if (!row) throw notFound("The initiative")
    const [requests, booked, { links, hidden }, activity] = await Promise.all([
      selectRequests(ctx, id),
      selectSpendings(ctx, id),
      selectLinks(ctx, "initiativeId", [id]),
      strategyActivity(ctx, "initiative", id, 15),
    ])
    return {
      ...row,
      description,
      requests,
      spendings: booked,
      links: links.get(id) ?? [],
      hiddenLinks: hidden.get(id) ?? 0,
      activity,
    }
  },
})
