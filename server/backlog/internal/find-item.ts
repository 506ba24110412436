import { eq } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound, ruleBroken } from "@/server/kernel/errors"

/** The fields of an item that people change, and what identifies the version they saw. */
export const itemColumns = {
  id: items.id,
  key: items.key,
  title: items.title,
  description: items.description,
  type: items.type,
  status: items.status,
  ownerId: items.ownerId,
  productId: items.productId,
  labels: items.labels,
  estimate: items.estimate,
  dueDate: items.dueDate,
  quarter: items.quarter,
  parentId: items.parentId,
  custom: items.custom,
  archivedAt: items.archivedAt,
  rank: items.rank,
  version: items.version,
  updatedAt: items.updatedAt,
}

/** The item as it stands. @throws NOT_FOUND */
export async function fetchItem(ctx: OpCtx, id: string) {
  const [row] = await ctx.db
    .select(itemColumns)
    .from(items)
    .where(own(ctx, items, eq(items.id, id)))
  if (!row) throw notFound("The item")
  return row
}

export type FetchedItem = Awaited<ReturnType<typeof fetchItem>>

/** Why an item in the archive is not changed: it is restored before. Undefined for one that is not there. */
export const archivedReason = (
  { archivedAt }: Pick<FetchedItem, "archivedAt">,
  subject = "It",
): string | undefined => (archivedAt ? `${subject} is in the archive; restore it first` : undefined)

/** @throws RULE_BROKEN for an item in the archive. */
export function refuseArchived(item: Pick<FetchedItem, "key" | "archivedAt">): void {
  const reason = archivedReason(item, item.key)
  if (reason) throw ruleBroken(reason)
}
