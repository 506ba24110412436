import { and, desc, eq, inArray, lt, or, type SQL, sql } from "drizzle-orm"
import { makePgArray } from "drizzle-orm/pg-core"
import { approvalReads, approvalRequests, approvalSignatures } from "@/db/schema/approvals"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { InboxFilter, InboxRow } from "../domain/inbox"
import { visibleTo } from "./visible"
import { goesOn, waitsOnMe } from "./waits-on-me"

const row = approvalRequests

/** Nobody has read it since it was asked for, or since the last reminder. */
export const unreadBy = (userId: string) => sql<boolean>`(select 1 from ${approvalReads} r
  where r.workspace_id = ${sql.raw("approval_requests.workspace_id")} and r.request_id = ${sql.raw("approval_requests.id")}
    and r.user_id = ${userId} and r.read_at >= coalesce(${row.remindedAt}, ${row.requestedAt}) limit 1) is null`

const stillWaits = (ctx: OpCtx) => and(inArray(row.state, ["open", "changes_requested"]), goesOn(ctx))
const isLate = (ctx: OpCtx) => and(stillWaits(ctx), lt(row.dueOn, ctx.now.slice(0, 10)))

type Position = { requestedAt: string; id: string }
type Page = { after?: Position | null; limit: number }

/** What the filters say about a request by itself, whoever reads. */
function plainly(ctx: OpCtx, { view, kinds, states, overdue }: InboxFilter, after: Position | null) {
  const later =
    after &&
    or(
      lt(row.requestedAt, after.requestedAt),
      and(eq(row.requestedAt, after.requestedAt), lt(row.id, after.id)),
    )
  return and(
    later ?? undefined,
    view === "waiting" ? stillWaits(ctx) : undefined,
    view === "asked" ? eq(row.requestedBy, ctx.userId) : undefined,
    kinds.length > 0 ? inArray(row.kind, kinds) : undefined,
    states.length > 0 ? inArray(row.state, states) : undefined,
    overdue ? isLate(ctx) : undefined,
  )
}

const FIRST_BATCH = 200
const LARGEST_BATCH = 3200

/**
 * Ids of the requests of an inbox, newest first. The conditions on the reader are many look-ups, and the planner would
 * rather make them for every open request and sort: so it gets the newest by themselves, some hundred at a time, until
 * the page is full.
 */
export async function inboxIds(ctx: OpCtx, filter: InboxFilter, { after, limit }: Page): Promise<string[]> {
  const mine = and(
    await visibleTo(ctx),
    filter.view === "waiting" ? await waitsOnMe(ctx) : undefined,
    filter.unread ? unreadBy(ctx.userId) : undefined,
  )
  const found: string[] = []
  let from = after ?? null
  for (let batch = FIRST_BATCH; ; batch = Math.min(batch * 4, LARGEST_BATCH)) {
    const newest = await ctx.db
      .select({ id: row.id, requestedAt: row.requestedAt })
      .from(row)
      .where(own(ctx, row, plainly(ctx, filter, from)))
      .orderBy(desc(row.requestedAt), desc(row.id))
      .limit(batch)
    found.push(...(await those(ctx, newest, mine)))
    from = newest.at(-1) ?? null
    if (found.length >= limit || newest.length < batch) return found.slice(0, limit)
  }
}

/** Those of the requests that meet a condition, in the order given. */
async function those(ctx: OpCtx, rows: Position[], condition: SQL | undefined): Promise<string[]> {
  const ids = rows.map(({ id }) => id)
  if (condition === undefined || ids.length === 0) return ids
  const met = await ctx.db
    .select({ id: row.id })
    .from(row)
    .where(own(ctx, row, sql`${row.id} = any(${makePgArray(ids)}::uuid[])`, condition))
  const meeting = new Set(met.map(({ id }) => id))
  return ids.filter((id) => meeting.has(id))
}

/** Requests of an inbox, newest first. */
export async function inboxRows(ctx: OpCtx, filter: InboxFilter, page: Page): Promise<InboxRow[]> {
  const ids = await inboxIds(ctx, filter, page)
  if (ids.length === 0) return []
  return ctx.db
    .select({
      id: row.id,
      kind: row.kind,
      subjectId: row.subjectId,
      subjectName: row.subjectName,
      subjectVersion: row.subjectVersion,
      state: row.state,
      outdatedBy: row.outdatedBy,
      approvedAt: row.approvedAt,
      required: row.required,
      approvals: sql<number>`(select count(*)::int from ${approvalSignatures} s where s.workspace_id = ${row.workspaceId}
        and s.request_id = ${row.id} and s.meaning = 'approval')`,
      dueOn: row.dueOn,
      overdue: sql<boolean>`coalesce(${isLate(ctx)}, false)`,
      ended: sql<boolean>`not coalesce(${goesOn(ctx)}, true)`,
      requestedBy: { id: row.requestedBy, name: row.requestedByName },
      requestedAt: row.requestedAt,
      remindedAt: row.remindedAt,
      placeName: sql<string | null>`coalesce(${products.name}, ${domains.name})`,
      unread: unreadBy(ctx.userId),
      waitsOnMe: sql<boolean>`coalesce(${filter.view === "waiting" ? sql`true` : await waitsOnMe(ctx)}, false)`,
    })
    .from(row)
    .leftJoin(products, own(ctx, products, eq(products.id, row.productId)))
    .leftJoin(domains, own(ctx, domains, eq(domains.id, row.domainId)))
    .where(own(ctx, row, inArray(row.id, ids)))
    .orderBy(desc(row.requestedAt), desc(row.id))
}
