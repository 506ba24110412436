import { and, asc, eq, inArray, isNull, lte, or } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import { ITEM_STATUS_LABELS } from "@/server/backlog/domain/item"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { productIdsWithin } from "@/server/products/within-reach"
import { SOURCE_LIMIT } from "../waiting-source"
import { daysFrom, pageOf } from "./may-use"

/** How far ahead an item's due date is news, in days. */
const AHEAD = 14

/** My items that are due soon or overdue, and my items in review. */
export async function waitingItems(ctx: OpCtx): Promise<WaitingThing[]> {
  const within = productIdsWithin(ctx, "backlog.read")
  const soon = lte(items.dueDate, daysFrom(ctx.now, AHEAD).slice(0, 10))
  const rows = await ctx.db
    .select({
      id: items.id,
      key: items.key,
      title: items.title,
      status: items.status,
      dueDate: items.dueDate,
      product: products.name,
    })
    .from(items)
    .leftJoin(products, and(eq(products.workspaceId, items.workspaceId), eq(products.id, items.productId)))
    .where(
      own(
        ctx,
        items,
        eq(items.ownerId, ctx.userId),
        isNull(items.archivedAt),
        or(
          eq(items.status, "review"),
          and(inArray(items.status, ["idea", "refine", "ready", "doing"]), soon),
        ),
        within && inArray(items.productId, within),
      ),
    )
    .orderBy(asc(items.dueDate), asc(items.rank))
    .limit(SOURCE_LIMIT)
  return rows.map((row) => {
    const inReview = row.status === "review"
    return {
      kind: inReview ? "review" : "item",
      id: row.id,
      title: `${row.key} ${row.title}`,
      detail: `${row.product ?? "No product"}${inReview ? ", the last step before done" : ""}`,
      ...(row.dueDate && { due: row.dueDate }),
      state: inReview ? "in review" : ITEM_STATUS_LABELS[row.status].toLowerCase(),
      action: { label: inReview ? "Review item" : "Open item", href: pageOf(ctx, `/items/${row.key}`) },
    }
  })
}
