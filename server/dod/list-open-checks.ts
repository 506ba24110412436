import { and, asc, eq, inArray, isNull } from "drizzle-orm"
import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { dodChecklists } from "@/db/schema/dod"
import { OPEN_STATUSES } from "@/server/backlog/domain/item"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { missingOf, missingTitle, standingOf } from "./domain/checklist"
import { selectChecklists } from "./internal/checklist-rows"
import { judgeChecklists } from "./internal/judge-checklists"
import { itemWithin } from "./internal/reach"

const MOST = 50

/**
 * The open work of a product, or of a person, with what each item still misses: the first 50 items with a checklist, in
 * the order of the backlog. `more` says that there are others.
 */
export const listOpenChecks = query("dod.listOpenChecks", {
  permission: "dod.read",
  at: "rows",
  input: z
    .object({ productId: z.uuid().optional(), ownerId: z.uuid().optional() })
    .refine(({ productId, ownerId }) => productId || ownerId, "Say whose work: a product or a person"),
  async run(ctx, { productId, ownerId }) {
    const checklists = await selectChecklists(ctx)
      .innerJoin(items, own(ctx, items, eq(items.id, dodChecklists.itemId)))
      .where(
        own(
          ctx,
          items,
          and(
            productId ? eq(items.productId, productId) : undefined,
            ownerId ? eq(items.ownerId, ownerId) : undefined,
            inArray(items.status, [...OPEN_STATUSES]),
            isNull(items.archivedAt),
            itemWithin(ctx),
          ),
        ),
      )
      .orderBy(asc(items.rank), asc(items.id))
      .limit(MOST + 1)
    const judged = await judgeChecklists(ctx, checklists.slice(0, MOST))
    return {
      items: judged.map(({ subject, rows }) => ({
        id: subject.id,
        key: subject.name,
        title: subject.title,
        ownerName: subject.ownerName,
        ...standingOf(rows),
        missing: missingOf(rows).map(missingTitle),
      })),
      more: checklists.length > MOST,
    }
  },
})
