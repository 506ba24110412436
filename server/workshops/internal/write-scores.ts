import { and, eq, inArray } from "drizzle-orm"
import { users } from "@/db/schema/members"
import { scores } from "@/db/schema/scoring"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { saveScores } from "@/server/scoring/save-scores"
import type { RoundEntry } from "../domain/round-results"
import type { WorkshopRow } from "./workshop-rows"

type Final = RoundEntry & { seenVersion: number }

/** The call as the person whose values these are: theirs is the score, and the trail says through what it came. */
function asScorer(
  ctx: OpCtx,
  { title }: WorkshopRow,
  user: { id: string; name: string; email: string },
): OpCtx {
  const actor = { type: "system" as const, id: "workshops", name: `Workshop “${title}”, for ${user.name}` }
  return { ...ctx, caller: { ...ctx.caller, user, actor } }
}

/**
 * Writes each scorer's final values as their own scores, in this transaction. A score that its owner changed outside
 * the workshop since they entered it here is newer: it stays, and is reported.
 */
export async function writeScores(
  ctx: OpCtx,
  workshop: WorkshopRow,
  entries: readonly Final[],
  keys: ReadonlyMap<string, string>,
) {
  const people = [...new Set(entries.map(({ userId }) => userId))].sort()
  const kept: { name: string; keys: string[] }[] = []
  let written = 0
  if (people.length === 0) return { written, kept }
  const [accounts, present] = await Promise.all([
    ctx.db
      .select({ id: users.id, name: users.name, email: users.email })
      .from(users)
      .where(inArray(users.id, people)),
    ctx.db
      .select({ userId: scores.userId, itemId: scores.itemId, version: scores.version })
      .from(scores)
      .where(
        own(ctx, scores, and(eq(scores.frameworkId, workshop.frameworkId), inArray(scores.userId, people))),
      ),
  ])
  const versions = new Map(present.map((row) => [`${row.userId} ${row.itemId}`, row.version]))
  for (const user of accounts.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const own = entries.filter(({ userId }) => userId === user.id)
    const newer = own.filter(
      ({ itemId, seenVersion }) => (versions.get(`${user.id} ${itemId}`) ?? 0) !== seenVersion,
    )
    if (newer.length > 0)
      kept.push({ name: user.name, keys: newer.map(({ itemId }) => keys.get(itemId) ?? "").sort() })
    const rows = own
      .filter((entry) => !newer.includes(entry))
      .map(({ itemId, inputs, note, seenVersion }) => ({
        itemId,
        inputs,
        version: seenVersion,
        ...(note && { note }),
      }))
    if (rows.length === 0) continue
    await saveScores(asScorer(ctx, workshop, user), { frameworkId: workshop.frameworkId, scores: rows })
    written += rows.length
  }
  return { written, kept }
}
