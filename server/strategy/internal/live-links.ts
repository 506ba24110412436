import { eq, inArray, isNotNull, isNull, type SQL } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { strategyLinks } from "@/db/schema/initiatives"
import { keyResults, objectives } from "@/db/schema/objectives"
import { OPEN_STATUSES } from "@/server/backlog/domain/item"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { live } from "./key-result-rows"

/** Condition on `items`: those that are still to be done. */
export const openItem = (ctx: OpCtx): SQL =>
  own(ctx, items, inArray(items.status, [...OPEN_STATUSES]), isNull(items.archivedAt))

/** Ids of the products, or the items, that work on a key result that counts today, as a subquery. */
export function idsAtWork(ctx: OpCtx, subject: "productId" | "itemId") {
  const column = strategyLinks[subject]
  return ctx.db
    .select({ id: column })
    .from(strategyLinks)
    .innerJoin(keyResults, own(ctx, keyResults, eq(keyResults.id, strategyLinks.keyResultId)))
    .innerJoin(objectives, own(ctx, objectives, eq(objectives.id, keyResults.objectiveId)))
    .where(own(ctx, strategyLinks, isNotNull(column), live))
}
