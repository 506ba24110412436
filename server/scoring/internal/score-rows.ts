import { asc, eq, type SQL, sql } from "drizzle-orm"
import type { PgColumn } from "drizzle-orm/pg-core"
import { users } from "@/db/schema/members"
import { scores } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ScorerInputs } from "../domain/combine"

/** A row whose last value was cleared stays for its version, and counts as no score. */
export const hasValues = sql`${scores.inputs} <> '{}'::jsonb`

/** Who gave what, by the time the scorers first scored. */
export function selectScores(ctx: OpCtx, ...conditions: (SQL | undefined)[]) {
  return ctx.db
    .select({
      itemId: scores.itemId,
      frameworkId: scores.frameworkId,
      userId: scores.userId,
      userName: users.name,
      inputs: scores.inputs,
      note: scores.note,
      version: scores.version,
      updatedAt: scores.updatedAt,
      carriedFrom: scores.carriedFrom,
    })
    .from(scores)
    .leftJoin(users, eq(users.id, scores.userId))
    .where(own(ctx, scores, hasValues, ...conditions))
    .orderBy(asc(scores.createdAt), asc(scores.userId))
    .$dynamic()
}

export type ScoreRow = Awaited<ReturnType<typeof selectScores>>[number]

/**
 * Items scored under a framework version, for `not in`: a subquery that stands alone is hashed, and stays fast where
 * the planner has no statistics (the embedded database gathers none).
 */
export function scoredIds(ctx: OpCtx, frameworkId: string, ...more: (SQL | undefined)[]) {
  return ctx.db
    .select({ id: scores.itemId })
    .from(scores)
    .where(own(ctx, scores, eq(scores.frameworkId, frameworkId), hasValues, ...more))
}

/** A column is one of many ids, which travel as JSON: the same way over both drivers, and as one parameter. */
export function isOneOf(column: PgColumn, ids: Iterable<string>): SQL {
  const list = JSON.stringify([...new Set(ids)])
  return sql`${column} in (select value::uuid from json_array_elements_text(${list}::text::json))`
}

export const asScorers = (rows: readonly ScoreRow[]): ScorerInputs[] =>
  rows.map(({ userId, inputs }) => ({ scorerId: userId, inputs }))

export const nameOf = ({ userName }: { userName: string | null }) => userName ?? "Somebody who left"
