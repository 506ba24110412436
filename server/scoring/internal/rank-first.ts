import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { countItems } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import type { FrameworkRow } from "./framework-rows"
import { type RankedEntry, rankScored } from "./ranking"
import { withinScoring } from "./reach"
import { countStandings, rankedEntries } from "./standing-pages"
import { hasStandings } from "./standings"

/** The first items of a ranking with the scores given for them, and how many are ranked in all. */
export async function rankFirst(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  limit: number,
): Promise<{ ranked: RankedEntry[]; total: number }> {
  if (await hasStandings(ctx, framework)) {
    const { scored } = await countStandings(ctx, framework, filter)
    return { ranked: await rankedEntries(ctx, framework, filter, limit), total: scored }
  }
  if ((await countItems(ctx, filter, withinScoring(ctx))) === 0) return { ranked: [], total: 0 }
  const { ranked } = await rankScored(ctx, framework, filter)
  return { ranked: ranked.slice(0, limit), total: ranked.length }
}
