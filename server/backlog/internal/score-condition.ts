import { and, desc, eq, isNull, not, type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { blindRounds } from "@/db/schema/blind-rounds"
import { frameworks, scores } from "@/db/schema/scoring"
import { scoreStandings } from "@/db/schema/standings"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { Condition } from "../domain/item-condition"
import type { ScoredFramework } from "../domain/item-fields"
import { inReach } from "./scope"

/**
 * What items are scored under a framework, from the standings that scoring stores with every score. Compares nothing
 * where the caller may not read scores, and while the framework is scored blind: who looks for scores above 5 until
 * nothing is found any more knows them all.
 */
export function scoreCondition(
  ctx: OpCtx,
  framework: ScoredFramework,
  condition: Condition,
  compare: (number: SQL) => SQL,
): SQL | undefined {
  const ids = among(ctx, framework, condition, compare)
  // A subquery that stands alone is hashed, whatever the planner knows of the tables.
  const found = and(sql`${items.id} in (${ids})`, inReach(ctx, "scoring.read"))
  return condition.op === "empty" ? sql`not coalesce(${found}, false)` : found
}

function among(
  ctx: OpCtx,
  framework: ScoredFramework,
  { op }: Condition,
  compare: (number: SQL) => SQL,
): SQL {
  const version = versionOf(ctx, framework)
  if (op === "by_me") {
    const given = and(
      eq(scores.userId, ctx.userId),
      sql`${scores.frameworkId} = (${version})`,
      sql`${scores.inputs} <> '{}'::jsonb`,
    )
    return sql`select ${scores.itemId} from ${scores} where ${own(ctx, scores, given)}`
  }
  const scored = and(
    sql`${scoreStandings.frameworkId} = (${version})`,
    eq(scoreStandings.status, "scored"),
    op === "empty"
      ? undefined
      : and(compare(sql`${scoreStandings.score}::numeric`), not(isBlind(ctx, framework))),
  )
  return sql`select ${scoreStandings.itemId} from ${scoreStandings} where ${own(ctx, scoreStandings, scored)}`
}

const versionOf = (ctx: OpCtx, { key, version }: ScoredFramework) =>
  ctx.db
    .select({ id: frameworks.id })
    .from(frameworks)
    .where(
      own(
        ctx,
        frameworks,
        eq(frameworks.key, key),
        version === null ? undefined : eq(frameworks.version, version),
      ),
    )
    .orderBy(desc(frameworks.version))
    .limit(1)

const isBlind = (ctx: OpCtx, { key }: ScoredFramework) => sql`exists (select 1 from ${blindRounds}
  where ${own(ctx, blindRounds, eq(blindRounds.frameworkKey, key), isNull(blindRounds.revealedAt), isNull(blindRounds.cancelledAt))})`
