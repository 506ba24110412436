import { eq, or, type SQL } from "drizzle-orm"
import { users } from "@/db/schema/members"
import { itemViews } from "@/db/schema/views"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"
import { forbidden, invalidField, notFound, PlumblineError } from "@/server/kernel/errors"
import { mayChangeView, readView } from "../domain/saved-view"

/** Views that the caller sees: shared ones and their own. */
export const seenViews = (ctx: OpCtx, ...more: (SQL | undefined)[]) =>
  own(ctx, itemViews, or(eq(itemViews.shared, true), eq(itemViews.ownerId, ctx.userId)), ...more)

const columns = {
  id: itemViews.id,
  name: itemViews.name,
  shared: itemViews.shared,
  ownerId: itemViews.ownerId,
  ownerName: users.name,
  view: itemViews.view,
  version: itemViews.version,
  updatedAt: itemViews.updatedAt,
}

export const selectViews = (ctx: OpCtx) =>
  ctx.db.select(columns).from(itemViews).leftJoin(users, eq(users.id, itemViews.ownerId)).$dynamic()

/** A view that the caller sees. @throws NOT_FOUND, also for a personal view of somebody else. */
export async function fetchView(ctx: OpCtx, id: string) {
  const [row] = await selectViews(ctx).where(seenViews(ctx, eq(itemViews.id, id)))
  if (!row) throw notFound("The view")
  return { ...row, view: readView(row.view) }
}

export type FetchedView = Awaited<ReturnType<typeof fetchView>>

/** Whether the caller looks after views that others share. */
export function curates(ctx: OpCtx): Verdict {
  try {
    ctx.require("views.curate", WORKSPACE_SCOPE)
    return yes
  } catch (error) {
    if (error instanceof PlumblineError) return no(error.message)
    throw error
  }
}

/** @throws FORBIDDEN with the reason of the rule. */
export function requireChange(ctx: OpCtx, view: FetchedView): void {
  const verdict = mayChangeView(view, ctx.userId, curates(ctx))
  if (!verdict.ok) throw forbidden(verdict.reason)
}

export const nameTaken = (name: string) =>
  invalidField("name", `There is already a view called “${name}”; choose another name`)
