import { and, asc, eq, inArray, lte, sql } from "drizzle-orm"
import { users } from "@/db/schema/members"
import { workshopEntries } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { RoundEntry } from "../domain/round-results"
import type { WorkshopRow } from "./workshop-rows"

/** The last round whose scores everybody may see: none in the lobby, the one before while scoring goes on. */
export const revealedRounds = (
  { phase, round }: Pick<WorkshopRow, "phase" | "round">,
  facts: readonly { kind: string; round: number }[],
) =>
  phase === "scoring"
    ? round - 1
    : // A workshop that ended in the middle of a round reveals nothing of it.
      Math.max(0, ...facts.filter(({ kind }) => kind === "revealed").map((fact) => fact.round))

/** Everybody's entries up to a round, round by round. The caller makes sure that these rounds are revealed. */
export async function fetchRounds(
  ctx: OpCtx,
  workshopId: string,
  upTo: number,
  itemIds: readonly string[],
): Promise<(RoundEntry & { seenVersion: number })[][]> {
  if (upTo === 0 || itemIds.length === 0) return []
  const rows = await ctx.db
    .select({
      round: workshopEntries.round,
      itemId: workshopEntries.itemId,
      userId: workshopEntries.userId,
      inputs: workshopEntries.inputs,
      note: workshopEntries.note,
      seenVersion: workshopEntries.seenVersion,
    })
    .from(workshopEntries)
    .leftJoin(users, eq(users.id, workshopEntries.userId))
    .where(
      own(
        ctx,
        workshopEntries,
        and(eq(workshopEntries.workshopId, workshopId), lte(workshopEntries.round, upTo)),
        inArray(workshopEntries.itemId, [...itemIds]),
        sql`${workshopEntries.inputs} <> '{}'::jsonb`,
      ),
    )
    .orderBy(asc(users.name), asc(workshopEntries.userId), asc(workshopEntries.itemId))
  return Array.from({ length: upTo }, (_, index) =>
    rows.filter(({ round }) => round === index + 1).map(({ round: _round, ...entry }) => entry),
  )
}
