import { z } from "zod"
import { items } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { missingOf, missingTitle, standingOf } from "./domain/checklist"
import { checklistsOf } from "./internal/checklist-rows"
import { judgeChecklists } from "./internal/judge-checklists"
import { isOneOf } from "./internal/one-of"
import { itemWithin } from "./internal/reach"

/** For cards: how far the checklists of items are, and what is missing. Items without one are left out. */
export const listProgress = query("dod.listProgress", {
  permission: "dod.read",
  at: "rows",
  input: z.object({ itemIds: z.array(z.uuid()).max(500) }),
  async run(ctx, { itemIds }) {
    if (itemIds.length === 0) return { progress: [] }
    const seen = await ctx.db
      .select({ id: items.id })
      .from(items)
      .where(own(ctx, items, isOneOf(items.id, itemIds), itemWithin(ctx)))
    const checklists = await checklistsOf(
      ctx,
      "item",
      seen.map(({ id }) => id),
    )
    const judged = await judgeChecklists(ctx, [...checklists.values()])
    return {
      progress: judged.map(({ subject, rows }) => ({
        itemId: subject.id,
        ...standingOf(rows),
        missing: missingOf(rows).map(missingTitle),
      })),
    }
  },
})
