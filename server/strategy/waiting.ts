import { and, asc, eq, isNull, ne, or } from "drizzle-orm"
import { fundingDecisions, fundingRequests } from "@/db/schema/funding"
import { initiatives } from "@/db/schema/initiatives"
import { users } from "@/db/schema/members"
import { keyResults, objectives } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { plainDecimal } from "./domain/decimal"
import { objectiveKey } from "./domain/objective"
import { quarterWords } from "./domain/quarter"
import { sentenceOf, valueWords } from "./domain/sentence"
import { selectKeyResults } from "./internal/key-result-rows"

const MOST = 100
const page = (ctx: OpCtx, path: string) => `/${ctx.caller.workspace?.slug ?? ""}/strategy${path}`

/** My key results of active objectives whose measurement is owed. A key result without an owner waits on the objective's. */
export async function waitingMeasurements(ctx: OpCtx): Promise<WaitingThing[]> {
  const mine = or(
    eq(keyResults.ownerId, ctx.userId),
    and(isNull(keyResults.ownerId), eq(objectives.ownerId, ctx.userId)),
  )
  const results = await selectKeyResults(
    ctx,
    eq(objectives.state, "active"),
    isNull(keyResults.droppedAt),
    mine,
  )
  const owed = results.filter(({ standing }) => standing.stale).slice(0, MOST)
  if (owed.length === 0) return []
  const rows = await ctx.db
    .select({ id: objectives.id, number: objectives.number, title: objectives.title })
    .from(objectives)
    .where(own(ctx, objectives, eq(objectives.state, "active")))
  const byId = new Map(rows.map((row) => [row.id, row]))
  return owed.flatMap((result): WaitingThing[] => {
    const objective = byId.get(result.objectiveId)
    const { nextMeasureOn, ageDays } = result.standing
    if (!objective || !nextMeasureOn) return []
    const key = objectiveKey(objective.number)
    return [
      {
        kind: "measurement",
        id: result.id,
        title: `Measure ${result.metric}`,
        detail: `${sentenceOf(result)}. ${ageDays === null ? "Never measured yet" : `Last measured ${ageDays} days ago`}, so nobody knows how ${key} stands`,
        due: nextMeasureOn,
        state: "not measured",
        action: { label: "Measure", href: page(ctx, `/objectives/${key}?measure=${result.id}`) },
      },
    ]
  })
}

/** My initiatives that lack an objective or a sponsor. */
export async function waitingInitiatives(ctx: OpCtx): Promise<WaitingThing[]> {
  const rows = await ctx.db
    .select({
      id: initiatives.id,
      name: initiatives.name,
      startQuarter: initiatives.startQuarter,
      sponsorId: initiatives.sponsorId,
      objectiveId: initiatives.objectiveId,
    })
    .from(initiatives)
    .where(
      own(
        ctx,
        initiatives,
        isNull(initiatives.droppedAt),
        eq(initiatives.ownerId, ctx.userId),
        or(isNull(initiatives.sponsorId), isNull(initiatives.objectiveId)),
      ),
    )
    .orderBy(asc(initiatives.startQuarter), asc(initiatives.name))
    .limit(MOST)
  return rows.map(({ id, name, startQuarter, sponsorId, objectiveId }) => {
    const lacks = [!objectiveId && "no objective", !sponsorId && "no sponsor"].filter(
      (word) => word !== false,
    )
    return {
      kind: "initiative",
      id,
      title: `${name} has ${lacks.join(" and ")}`,
      detail: `Starts in ${quarterWords(startQuarter)}. ${objectiveId ? "Nobody speaks for its money" : "Nobody can say what it is for"}`,
      state: "incomplete",
      action: { label: "Complete initiative", href: page(ctx, `/roadmap?initiative=${id}`) },
    }
  })
}

/** Requests for money that wait for somebody else than the one who asked. */
export async function waitingFunding(ctx: OpCtx): Promise<WaitingThing[]> {
  const rows = await ctx.db
    .select({
      id: fundingRequests.id,
      amount: fundingRequests.amount,
      currency: fundingRequests.currency,
      reason: fundingRequests.reason,
      initiativeId: initiatives.id,
      name: initiatives.name,
      startQuarter: initiatives.startQuarter,
      askedBy: users.name,
    })
    .from(fundingRequests)
    .innerJoin(initiatives, own(ctx, initiatives, eq(initiatives.id, fundingRequests.initiativeId)))
    .innerJoin(users, eq(users.id, fundingRequests.askedBy))
    .leftJoin(
      fundingDecisions,
      own(ctx, fundingDecisions, eq(fundingDecisions.requestId, fundingRequests.id)),
    )
    .where(
      own(
        ctx,
        fundingRequests,
        isNull(fundingDecisions.id),
        isNull(initiatives.droppedAt),
        ne(fundingRequests.askedBy, ctx.userId),
      ),
    )
    .orderBy(asc(fundingRequests.askedAt))
    .limit(MOST)
  return rows.map((row) => ({
    kind: "initiative",
    id: `funding ${row.id}`,
    title: `${valueWords(plainDecimal(row.amount), row.currency)} asked for ${row.name}`,
    detail: `${row.askedBy}: ${row.reason}. Starts in ${quarterWords(row.startQuarter)}`,
    state: "to decide",
    action: { label: "Decide on funding", href: page(ctx, `/roadmap?initiative=${row.initiativeId}`) },
  }))
}
