import { and, desc, eq, gt, ne, or, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { accessRequests } from "@/db/schema/access"
import { approvalRequests } from "@/db/schema/approvals"
import type { OpCtx } from "@/server/kernel/context"
import { holds } from "@/server/kernel/domain/grants"
import { pageInput } from "@/server/kernel/domain/page"
import { query } from "@/server/kernel/operation"
import { type AccessFilter, accessFilter } from "./domain/access-filter"
import { endOfDay, startOfDay } from "./domain/request"
import {
  accessVisible,
  accessWithin,
  heldAt,
  heldWithin,
  pageOfAccess,
  toRemove,
  toSetUp,
} from "./internal/access-rows"

const mine = (ctx: OpCtx) =>
  or(eq(accessRequests.beneficiaryId, ctx.userId), eq(accessRequests.requestedBy, ctx.userId))

function shownIn(ctx: OpCtx, { view, day }: AccessFilter): SQL | undefined {
  const { now } = ctx
  if (view === "mine") return mine(ctx)
  if (view === "active") return heldAt(now)
  if (view === "day")
    return heldWithin(startOfDay(day ?? now.slice(0, 10)), endOfDay(day ?? now.slice(0, 10)))
  if (view === "execute") {
    if (!holds(ctx.caller.grants, "access.execute")) return sql`false`
    return and(or(toSetUp(now), toRemove(now)), accessWithin(ctx, "access.execute"))
  }
  if (!holds(ctx.caller.grants, "access.approve")) return sql`false`
  return and(
    eq(approvalRequests.state, "open"),
    gt(accessRequests.validUntil, now),
    ne(accessRequests.beneficiaryId, ctx.userId),
    ne(accessRequests.requestedBy, ctx.userId),
    accessWithin(ctx, "access.approve"),
  )
}

/**
 * One page of who asked for, has or had access to what; `total` counts all of them. What held on a day held at some moment
 * of it, in UTC.
 */
export const listAccess = query("access.listAccess", {
  permission: "access.read",
  at: "rows",
  input: z.object({
    filter: accessFilter.prefault({}),
    ...pageInput,
  }),
  async run(ctx, { filter, offset, limit }) {
    const { productId, assetId, personId } = filter
    const newestFirst = filter.view === "mine" || filter.view === "decide"
    return pageOfAccess(
      ctx,
      { offset, limit, ...(newestFirst && { order: desc(accessRequests.requestedAt) }) },
      accessVisible(ctx),
      shownIn(ctx, filter),
      productId ? eq(accessRequests.productId, productId) : undefined,
      assetId ? eq(accessRequests.assetId, assetId) : undefined,
      personId ? eq(accessRequests.beneficiaryId, personId) : undefined,
    )
  },
})
