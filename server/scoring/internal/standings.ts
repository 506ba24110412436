import { and, asc, eq, inArray, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { scores } from "@/db/schema/scoring"
import { scoreStandings, standingStamps } from "@/db/schema/standings"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { isRelative } from "../domain/framework"
import { STANDING_RULES, standingOf } from "../domain/standing"
import { standingChanges } from "../domain/standing-change"
import type { FrameworkRow } from "./framework-rows"
import { hasValues, isOneOf } from "./score-rows"
import { logChanges, logRestart } from "./standing-log"

type StandingRow = typeof scoreStandings.$inferInsert

const BATCH = 1000

/** True when the standings of a framework version are all there and made by today's rules. */
export async function hasStandings(ctx: OpCtx, framework: FrameworkRow): Promise<boolean> {
  if (isRelative(framework.definition)) return false
  const [stamp] = await ctx.db
    .select({ rules: standingStamps.rules })
    .from(standingStamps)
    .where(own(ctx, standingStamps, eq(standingStamps.frameworkId, framework.id)))
  return stamp?.rules === STANDING_RULES
}

/** What the scores come to now, by item: of the items given, or of all. Items without a value have no standing. */
export async function computeStandings(
  ctx: OpCtx,
  framework: FrameworkRow,
  itemIds: readonly string[] | "all",
): Promise<StandingRow[]> {
  const rows = await ctx.db
    .select({
      itemId: scores.itemId,
      key: items.key,
      scorerId: scores.userId,
      inputs: scores.inputs,
      updatedAt: scores.updatedAt,
    })
    .from(scores)
    .innerJoin(items, own(ctx, items, eq(items.id, scores.itemId)))
    .where(
      own(
        ctx,
        scores,
        and(eq(scores.frameworkId, framework.id), hasValues),
        itemIds === "all" ? undefined : isOneOf(scores.itemId, itemIds),
      ),
    )
    .orderBy(asc(scores.itemId), asc(scores.createdAt), asc(scores.userId))
  const byItem = Map.groupBy(rows, ({ itemId }) => itemId)
  return [...byItem].map(([itemId, scorers]) => ({
    workspaceId: ctx.workspaceId,
    frameworkId: framework.id,
    itemId,
    ...standingOf(framework.definition, { key: scorers[0]!.key, scorers }),
    scoredAt: scorers
      .map(({ updatedAt }) => updatedAt)
      .sort()
      .at(-1)!,
  }))
}

const counted = {
  itemId: scoreStandings.itemId,
  status: scoreStandings.status,
  split: scoreStandings.split,
  scorers: scoreStandings.scorers,
  scoredAt: scoreStandings.scoredAt,
}

/** Answers what that adds to the numbers of rankings. */
async function replaceStandings(ctx: OpCtx, framework: FrameworkRow, itemIds: readonly string[] | "all") {
  const rows = await computeStandings(ctx, framework, itemIds)
  const among = itemIds === "all" ? undefined : isOneOf(scoreStandings.itemId, itemIds)
  const before = await ctx.db
    .delete(scoreStandings)
    .where(own(ctx, scoreStandings, and(eq(scoreStandings.frameworkId, framework.id), among)))
    .returning(counted)
  for (let start = 0; start < rows.length; start += BATCH)
    await ctx.db.insert(scoreStandings).values(rows.slice(start, start + BATCH))
  return standingChanges(before, rows)
}

/**
 * Brings the standings of items whose scores changed up to date; called by everything that writes scores, in the same
 * transaction. Without standings of today's rules all are built, once. Two people who score at once take turns here:
 * the second sees what the first wrote. "saved" says that the command makes one record of nothing but this.
 */
export async function refreshStandings(
  ctx: OpCtx,
  framework: FrameworkRow,
  itemIds: readonly string[] | "all",
  how: "saved" | "rewritten" = "rewritten",
): Promise<void> {
  if (isRelative(framework.definition)) return
  await ctx.db.execute(sql`select pg_advisory_xact_lock(7300003, hashtext(${framework.id}))`)
  if (itemIds !== "all" && (await hasStandings(ctx, framework))) {
    const changes = await replaceStandings(ctx, framework, itemIds)
    await (changes && how === "saved" ? logChanges(ctx, framework, changes) : logRestart(ctx, framework))
    return
  }
  await replaceStandings(ctx, framework, "all")
  const stamp = { rules: STANDING_RULES, builtAt: ctx.now }
  await ctx.db
    .insert(standingStamps)
    .values({ workspaceId: ctx.workspaceId, frameworkId: framework.id, ...stamp })
    .onConflictDoUpdate({ target: [standingStamps.workspaceId, standingStamps.frameworkId], set: stamp })
  await logRestart(ctx, framework)
}

/** jsonb keeps no order of keys, so they are sorted before rows are compared. */
const text = (row: StandingRow) =>
  JSON.stringify(row, (_, value: unknown) =>
    value && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )

/** Ids of items whose stored standing is not what their scores come to now. */
export async function differingStandings(ctx: OpCtx, framework: FrameworkRow): Promise<string[]> {
  const stored = await ctx.db
    .select()
    .from(scoreStandings)
    .where(own(ctx, scoreStandings, eq(scoreStandings.frameworkId, framework.id)))
  const computed = await computeStandings(ctx, framework, "all")
  const now = new Map(computed.map((row) => [row.itemId, text(row)]))
  const then = new Map(stored.map((row) => [row.itemId, text(row)]))
  return [...new Set([...now.keys(), ...then.keys()])].filter((id) => now.get(id) !== then.get(id))
}

/** Versions that have scores but no standings of today's rules. */
export async function withoutStandings(ctx: OpCtx, frameworks: readonly FrameworkRow[]) {
  const absolute = frameworks.filter(({ definition }) => !isRelative(definition))
  const ids = absolute.map(({ id }) => id)
  if (ids.length === 0) return []
  const used = await ctx.db
    .selectDistinct({ id: scores.frameworkId })
    .from(scores)
    .where(own(ctx, scores, inArray(scores.frameworkId, ids)))
  const stamped = await ctx.db
    .select({ id: standingStamps.frameworkId })
    .from(standingStamps)
    .where(own(ctx, standingStamps, eq(standingStamps.rules, STANDING_RULES)))
  return absolute.filter(
    ({ id }) => used.some((row) => row.id === id) && !stamped.some((row) => row.id === id),
  )
}
