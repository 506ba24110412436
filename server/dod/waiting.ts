import { and, asc, desc, eq, gt, isNull, lte, ne, or } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { dodChecklists, dodWaivers } from "@/db/schema/dod"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { daysLeft, lastDayOf, WAIVER_NOTICE_DAYS } from "./domain/waiver"
import { type ChecklistRow, selectChecklists } from "./internal/checklist-rows"
import { type JudgedChecklist, judgeChecklists } from "./internal/judge-checklists"
import { isOneOf } from "./internal/one-of"
import { itemWithin } from "./internal/reach"

const MOST = 100
/** So many of the reader's checklists are judged for Home. */
const WATCHED = 300
const DAY = 86_400_000
const pageOf = (ctx: OpCtx, path: string) => `/${ctx.caller.workspace?.slug ?? ""}${path}#definition-of-done`

/** The reader's own checklists, the newest first. */
function myChecklists(ctx: OpCtx): Promise<ChecklistRow[]> {
  return selectChecklists(ctx)
    .leftJoin(items, own(ctx, items, eq(items.id, dodChecklists.itemId)))
    .leftJoin(products, own(ctx, products, eq(products.id, dodChecklists.productId)))
    .where(own(ctx, dodChecklists, mine(ctx)))
    .orderBy(desc(dodChecklists.id))
    .limit(WATCHED)
}

/** Conditions on the joined item or product: the reader's own, still in use, and in sight. */
function mine(ctx: OpCtx) {
  const item = and(
    eq(items.ownerId, ctx.userId),
    isNull(items.archivedAt),
    ne(items.status, "dropped"),
    itemWithin(ctx),
  )
  return or(item, and(eq(products.ownerId, ctx.userId), ne(products.lifecycle, "retired")))
}

/** My checks that held and hold no more, judged by the facts of this moment. */
export async function waitingReopened(ctx: OpCtx): Promise<WaitingThing[]> {
  const judged = await judgeChecklists(ctx, await myChecklists(ctx))
  return judged
    .flatMap(({ checklist, subject, rows }) =>
      rows.flatMap((row): WaitingThing[] => {
        if (!row.reopened || row.level !== "required") return []
        return [
          {
            kind: "check",
            id: `${checklist.id} ${row.key}`,
            title: `Reopened: ${row.title}, ${subject.name}`,
            detail: `${row.reopened.reason}. It held before${subject.done ? `, and ${subject.name} counts as done` : ""}`,
            state: "reopened",
            action: { label: "Open checklist", href: pageOf(ctx, subject.path) },
          },
        ]
      }),
    )
    .slice(0, MOST)
}

/** Waivers of my work, and those I asked for, that end within two weeks. */
export async function waitingWaivers(ctx: OpCtx): Promise<WaitingThing[]> {
  const until = new Date(Date.parse(ctx.now) + WAIVER_NOTICE_DAYS * DAY).toISOString()
  const ending = await ctx.db
    .selectDistinct({ checklistId: dodWaivers.checklistId })
    .from(dodWaivers)
    .innerJoin(dodChecklists, own(ctx, dodChecklists, eq(dodChecklists.id, dodWaivers.checklistId)))
    .leftJoin(items, own(ctx, items, eq(items.id, dodChecklists.itemId)))
    .leftJoin(products, own(ctx, products, eq(products.id, dodChecklists.productId)))
    .where(
      own(
        ctx,
        dodWaivers,
        gt(dodWaivers.expiresAt, ctx.now),
        lte(dodWaivers.expiresAt, until),
        or(eq(dodWaivers.askedBy, ctx.userId), mine(ctx)),
        or(isNull(items.id), and(isNull(items.archivedAt), itemWithin(ctx))),
      ),
    )
    .orderBy(asc(dodWaivers.checklistId))
    .limit(MOST)
  if (ending.length === 0) return []
  const checklists = await selectChecklists(
    ctx,
    isOneOf(
      dodChecklists.id,
      ending.map(({ checklistId }) => checklistId),
    ),
  )
  const judged = await judgeChecklists(ctx, checklists)
  return judged.flatMap((one) => endingIn(ctx, one, until)).slice(0, MOST)
}

function endingIn(ctx: OpCtx, { subject, rows }: JudgedChecklist, until: string): WaitingThing[] {
  return rows.flatMap(({ waiver, ...row }): WaitingThing[] => {
    if (waiver?.state !== "running" || waiver.expiresAt > until || row.state !== "waived") return []
    const days = daysLeft(waiver.expiresAt, ctx.now)
    return [
      {
        kind: "waiver",
        id: waiver.id,
        title: `Waiver of “${row.title}” ends, ${subject.name}`,
        detail: `In ${days === 1 ? "1 day" : `${days} days`} the check is open again by itself. Meet it, or ask for a longer waiver`,
        due: lastDayOf(waiver.expiresAt),
        state: "expires",
        action: { label: "Open checklist", href: pageOf(ctx, subject.path) },
      },
    ]
  })
}
