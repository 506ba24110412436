import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { countItems } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import { isRelative } from "../domain/framework"
import type { FrameworkRow } from "./framework-rows"
import { type RankedEntry, rankScored } from "./ranking"
import { withinScoring } from "./reach"
import { countStandings } from "./standing-counts"
import { rankedEntries } from "./standing-pages"
import { hasStandings } from "./standings"

/**
 * A slice of a ranking with the scores given for its items, and how many are ranked in all. `whole` is the list that
 * relative scores stand on, else null.
 */
export async function rankSlice(
  ctx: OpCtx,
  framework: FrameworkRow,
  filter: ItemFilter,
  { from, limit }: { from: number; limit: number },
): Promise<{ ranked: RankedEntry[]; total: number; whole: RankedEntry[] | null }> {
  if (await hasStandings(ctx, framework)) {
    const { scored } = await countStandings(ctx, framework, filter)
    return {
      ranked: await rankedEntries(ctx, framework, filter, { from, limit }),
      total: scored,
      whole: null,
    }
  }
  if ((await countItems(ctx, filter, withinScoring(ctx))) === 0) return { ranked: [], total: 0, whole: null }
  const { ranked } = await rankScored(ctx, framework, filter)
  const whole = isRelative(framework.definition) ? ranked : null
  return { ranked: ranked.slice(from, from + limit), total: ranked.length, whole }
}
