import { and, asc, eq, inArray, isNull, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { fundingDecisions, fundingRequests, spendings } from "@/db/schema/funding"
import { initiatives } from "@/db/schema/initiatives"
import { users } from "@/db/schema/members"
import { keyResults, objectives } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { addDecimals, plainDecimal } from "../domain/decimal"
import { warningsOf } from "../domain/initiative"
import type { InitiativeRow } from "../domain/initiative-row"
import { objectiveKey } from "../domain/objective"

const sponsor = alias(users, "sponsor")
const owner = alias(users, "owner")

/** Spendings that no correction replaces. */
export const notCorrected: SQL = sql`not exists (select 1 from ${spendings} c
  where c.workspace_id = ${spendings.workspaceId} and c.supersedes = ${spendings.id})`

async function requestsOf(ctx: OpCtx, ids: string[]) {
  const rows = await ctx.db
    .select({
      initiativeId: fundingRequests.initiativeId,
      requestId: fundingRequests.id,
      amount: fundingRequests.amount,
      askedById: fundingRequests.askedBy,
      askedByName: users.name,
      askedAt: fundingRequests.askedAt,
      decided: fundingDecisions.amount,
    })
    .from(fundingRequests)
    .innerJoin(users, eq(users.id, fundingRequests.askedBy))
    .leftJoin(
      fundingDecisions,
      own(ctx, fundingDecisions, eq(fundingDecisions.requestId, fundingRequests.id)),
    )
    .where(own(ctx, fundingRequests, inArray(fundingRequests.initiativeId, ids)))
  return Map.groupBy(rows, ({ initiativeId }) => initiativeId)
}

async function spentOf(ctx: OpCtx, ids: string[]) {
  const quarter = sql<string>`to_char(${spendings.spentOn}, 'YYYY-"Q"Q')`
  const rows = await ctx.db
    .select({
      initiativeId: spendings.initiativeId,
      quarter,
      amount: sql<string>`sum(${spendings.amount})::text`,
    })
    .from(spendings)
    .where(own(ctx, spendings, inArray(spendings.initiativeId, ids), notCorrected))
    .groupBy(spendings.initiativeId, quarter)
    .orderBy(asc(quarter))
  return Map.groupBy(rows, ({ initiativeId }) => initiativeId)
}

type Asked = Awaited<ReturnType<typeof requestsOf>> extends Map<string, infer Rows> ? Rows : never

function openRequest(requests: Asked): InitiativeRow["open"] {
  const waiting = requests.find(({ decided }) => decided === null)
  if (!waiting) return null
  const { requestId, askedById, askedByName, askedAt } = waiting
  return { requestId, amount: plainDecimal(waiting.amount), askedById, askedByName, askedAt }
}

/** Initiatives with their money and what is wrong with them, by quarter and name. Dropped ones are left out. */
export async function selectInitiatives(
  ctx: OpCtx,
  { objectiveId, ids }: { objectiveId?: string; ids?: string[] } = {},
): Promise<InitiativeRow[]> {
  const rows = await ctx.db
    .select({
      id: initiatives.id,
      name: initiatives.name,
      sponsor: { id: sponsor.id, name: sponsor.name },
      owner: { id: owner.id, name: owner.name },
      objective: { id: objectives.id, number: objectives.number, title: objectives.title },
      keyResult: { id: keyResults.id, metric: keyResults.metric },
      startQuarter: initiatives.startQuarter,
      endQuarter: initiatives.endQuarter,
      version: initiatives.version,
    })
    .from(initiatives)
    .leftJoin(sponsor, eq(sponsor.id, initiatives.sponsorId))
    .leftJoin(owner, eq(owner.id, initiatives.ownerId))
    .leftJoin(objectives, own(ctx, objectives, eq(objectives.id, initiatives.objectiveId)))
    .leftJoin(keyResults, own(ctx, keyResults, eq(keyResults.id, initiatives.keyResultId)))
    .where(
      own(
        ctx,
        initiatives,
        isNull(initiatives.droppedAt),
        and(
          objectiveId ? eq(initiatives.objectiveId, objectiveId) : undefined,
          ids ? inArray(initiatives.id, ids) : undefined,
        ),
      ),
    )
    .orderBy(asc(initiatives.startQuarter), asc(initiatives.name), asc(initiatives.id))
  const found = rows.map(({ id }) => id)
  const asked = found.length > 0 ? await requestsOf(ctx, found) : new Map<string, Asked>()
  const spent = found.length > 0 ? await spentOf(ctx, found) : new Map<string, never[]>()
  return rows.map((row) => {
    const requests = asked.get(row.id) ?? []
    const spentBy = (spent.get(row.id) ?? []).map(({ quarter, amount }) => ({
      quarter,
      amount: plainDecimal(amount),
    }))
    const funding = {
      asked: addDecimals(...requests.map(({ amount }) => amount)),
      approved: addDecimals(...requests.flatMap(({ decided }) => (decided === null ? [] : [decided]))),
      spent: addDecimals(...spentBy.map(({ amount }) => amount)),
    }
    return {
      ...row,
      objective: row.objective && {
        id: row.objective.id,
        key: objectiveKey(row.objective.number),
        title: row.objective.title,
      },
      funding,
      spentBy,
      open: openRequest(requests),
      warnings: warningsOf({
        hasObjective: row.objective !== null,
        hasSponsor: row.sponsor !== null,
        ...funding,
      }),
    }
  })
}

/** An initiative's own fields; its row is locked where somebody is about to write. @throws NOT_FOUND */
export async function fetchInitiative(ctx: OpCtx, id: string, lock = false) {
  const query = ctx.db
    .select()
    .from(initiatives)
    .where(own(ctx, initiatives, eq(initiatives.id, id), isNull(initiatives.droppedAt)))
  const [row] = await (lock ? query.for("update") : query)
  if (!row) throw notFound("The initiative")
  return row
}
