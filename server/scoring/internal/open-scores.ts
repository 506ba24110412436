import { inArray, type SQL } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { scores } from "@/db/schema/scoring"
import { OPEN_STATUSES } from "@/server/backlog/domain/item"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { FrameworkRow } from "./framework-rows"
import { selectFrameworks } from "./framework-rows"
import { isOneOf, type ScoreRow, selectScores } from "./score-rows"

/** The frameworks at their latest version, by id. */
export async function latestFrameworks(ctx: OpCtx): Promise<Map<string, FrameworkRow>> {
  const rows = await selectFrameworks(ctx)
  return new Map(rows.filter((row, index) => rows[index - 1]?.key !== row.key).map((row) => [row.id, row]))
}

/** Open items under a condition, with the scores that count for them today: those of the latest versions. */
export async function fetchOpenScores(ctx: OpCtx, frameworkIds: string[], condition: SQL | undefined) {
  const open = own(ctx, items, inArray(items.status, [...OPEN_STATUSES]), condition)
  const columns = { id: items.id, key: items.key, title: items.title, productId: items.productId }
  const found = await ctx.db.select(columns).from(items).where(open)
  if (found.length === 0 || frameworkIds.length === 0) return { items: found, given: [] as ScoreRow[] }
  const among = isOneOf(
    scores.itemId,
    found.map(({ id }) => id),
  )
  const given = await selectScores(ctx, inArray(scores.frameworkId, frameworkIds), among)
  return { items: found, given }
}

export type OpenItem = Awaited<ReturnType<typeof fetchOpenScores>>["items"][number]
