import { eq } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { scores } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type CriterionFit, carriedInputs } from "../domain/carry"
import { withinScoring } from "./reach"
import { hasValues } from "./score-rows"

export type CarriedScore = {
  itemId: string
  userId: string
  inputs: Record<string, number>
  note: string
  createdAt: string
  updatedAt: string
}

const entry = ({ itemId, userId }: { itemId: string; userId: string }) => `${itemId} ${userId}`

/**
 * Scores of one version as they would stand under another. Who scored there already, or cleared a score there, is left
 * out (`already`): nothing is overwritten. `left` counts scores of which nothing fits.
 */
export async function fetchCarried(
  ctx: OpCtx,
  versions: { fromId: string; toId: string },
  fits: readonly CriterionFit[],
  userId: string | null,
) {
  const mine = userId === null ? undefined : eq(scores.userId, userId)
  const rows = await ctx.db
    .select({
      itemId: scores.itemId,
      userId: scores.userId,
      inputs: scores.inputs,
      note: scores.note,
      createdAt: scores.createdAt,
      updatedAt: scores.updatedAt,
    })
    .from(scores)
    .innerJoin(items, own(ctx, items, eq(items.id, scores.itemId)))
    .where(
      own(
        ctx,
        scores,
        eq(scores.frameworkId, versions.fromId),
        hasValues,
        mine,
        userId === null ? undefined : withinScoring(ctx, "scoring.score"),
      ),
    )
    .orderBy(scores.itemId, scores.userId)
  const present = await ctx.db
    .select({ itemId: scores.itemId, userId: scores.userId })
    .from(scores)
    .where(own(ctx, scores, eq(scores.frameworkId, versions.toId), mine))
  const there = new Set(present.map(entry))
  const open = rows.filter((row) => !there.has(entry(row)))
  const carried = open
    .map((row): CarriedScore => ({ ...row, inputs: carriedInputs(row.inputs, fits) }))
    .filter(({ inputs }) => Object.keys(inputs).length > 0)
  return { carried, already: rows.length - open.length, left: open.length - carried.length }
}

const BATCH = 500

/** Writes carried scores with where they came from; they keep the time at which the person gave them. */
export async function insertCarried(
  ctx: OpCtx,
  frameworkId: string,
  from: number,
  carried: readonly CarriedScore[],
): Promise<string[]> {
  const written: string[] = []
  for (let start = 0; start < carried.length; start += BATCH) {
    const rows = carried.slice(start, start + BATCH).map((row) => ({
      ...row,
      workspaceId: ctx.workspaceId,
      frameworkId,
      carriedFrom: from,
      carriedBy: ctx.userId,
    }))
    const inserted = await ctx.db
      .insert(scores)
      .values(rows)
      .onConflictDoNothing()
      .returning({ itemId: scores.itemId })
    written.push(...inserted.map(({ itemId }) => itemId))
  }
  return written
}
