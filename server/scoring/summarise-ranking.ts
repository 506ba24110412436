import { and, asc, eq } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { scoreStandings } from "@/db/schema/standings"
import type { ItemFilter } from "@/server/backlog/domain/item-filter"
import { itemCondition } from "@/server/backlog/select-items"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { listNotes, listOutcome, type OutcomeItem } from "./domain/list-outcome"
import { scoringViewSchema } from "./domain/scoring-filter"
import { openRound } from "./internal/blind"
import { type FrameworkRow, fetchFramework } from "./internal/framework-rows"
import { rankScored } from "./internal/ranking"
import { withinScoring } from "./internal/reach"
import { hasStandings } from "./internal/standings"

type Scored = OutcomeItem & { rank: string }

/** The scored items of a filter in manual order: from the standings, or computed where there are none. */
async function fetchScored(ctx: OpCtx, framework: FrameworkRow, filter: ItemFilter): Promise<Scored[]> {
  if (!(await hasStandings(ctx, framework))) {
    const { ranked } = await rankScored(ctx, framework, filter)
    return ranked
      .map(({ id, score, combined, item }) => ({ id, score, values: combined.values ?? {}, rank: item.rank }))
      .sort((a, b) => (a.rank < b.rank ? -1 : 1))
  }
  const rows = await ctx.db
    .select({ id: items.id, rank: items.rank, score: scoreStandings.score, values: scoreStandings.values })
    .from(items)
    .innerJoin(
      scoreStandings,
      own(
        ctx,
        scoreStandings,
        and(eq(scoreStandings.itemId, items.id), eq(scoreStandings.frameworkId, framework.id)),
        eq(scoreStandings.status, "scored"),
      ),
    )
    .where(itemCondition(ctx, filter, withinScoring(ctx)))
    .orderBy(asc(items.rank), asc(items.id))
  return rows.map((row) => ({ ...row, score: row.score ?? 0 }))
}

/**
 * What the scored items of a filter come to as a whole: effort per MoSCoW class, or what waiting costs under CD3 in the
 * order of the score and in the manual order; and what to know before trusting the list. Nothing of it while a blind
 * round is open. Without statuses, open items only. @throws NOT_FOUND, FORBIDDEN.
 */
export const summariseRanking = query("scoring.summariseRanking", {
  permission: "scoring.read",
  at: "rows",
  input: scoringViewSchema,
  async run(ctx, { frameworkKey, version, filter }) {
    const framework = await fetchFramework(ctx, frameworkKey, version)
    if (await openRound(ctx, framework.key)) return { outcome: null, notes: [] }
    const manual = await fetchScored(ctx, framework, filter)
    const ranked = [...manual].sort((a, b) => b.score - a.score)
    return {
      outcome: listOutcome(
        framework.definition,
        ranked,
        manual.map(({ id }) => id),
      ),
      notes: listNotes(framework.definition, ranked),
    }
  },
})
