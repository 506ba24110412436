import { and, eq, inArray } from "drizzle-orm"
import { scores } from "@/db/schema/scoring"
import { workshopEntries, workshops } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"

/**
 * The versions of the caller's own scores when they first entered something here: those of the first round stay, so
 * that a score changed outside the workshop since is noticed when it closes.
 */
export async function fetchSeenVersions(
  ctx: OpCtx,
  workshopId: string,
  itemIds: string[],
): Promise<Map<string, number>> {
  const now = await ctx.db
    .select({ itemId: scores.itemId, version: scores.version })
    .from(scores)
    .innerJoin(workshops, own(ctx, workshops, eq(workshops.frameworkId, scores.frameworkId)))
    .where(
      own(
        ctx,
        scores,
        and(eq(workshops.id, workshopId), eq(scores.userId, ctx.userId), inArray(scores.itemId, itemIds)),
      ),
    )
  const before = await ctx.db
    .select({ itemId: workshopEntries.itemId, version: workshopEntries.seenVersion })
    .from(workshopEntries)
    .where(
      own(
        ctx,
        workshopEntries,
        and(eq(workshopEntries.workshopId, workshopId), eq(workshopEntries.userId, ctx.userId)),
        inArray(workshopEntries.itemId, itemIds),
      ),
    )
  return new Map([...now, ...before].map(({ itemId, version }) => [itemId, version]))
}
