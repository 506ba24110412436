import { desc } from "drizzle-orm"
import { boardPolicies } from "@/db/schema/board"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { missingWords } from "../domain/board-policy"
import type { Passage, Placed } from "../domain/wip"
import { askDoneGate } from "../done-gate"

/** The policy in force: the newest version, or version 0 that asks for nothing. */
export async function fetchBoardPolicy(ctx: OpCtx) {
  const [row] = await ctx.db
    .select()
    .from(boardPolicies)
    .where(own(ctx, boardPolicies))
    .orderBy(desc(boardPolicies.version))
    .limit(1)
  return row ?? { version: 0, doneGate: "off" as const, createdBy: null, createdAt: null }
}

const isDone = (item: Placed | null) => item?.status === "done" && item.archivedAt === null

/** Work that comes to Done, from another column, from nowhere or from the archive. */
const comesToDone = ({ before, after }: Passage) => isDone(after) && !isDone(before)

/** A new item has no checklist yet: it cannot be made in Done. */
const NEW = "its checklist, which it gets in an earlier column"

type DoneVerdict = { refused: Map<string, string[]>; warnings: string[] }

/**
 * Judges changes by the board's policy on the Definition of Done, before they are written. `refused` names what is
 * missing, by passage. Nobody is asked while the policy is off.
 * @throws UNAVAILABLE where the Definition of Done is not loaded.
 */
export async function judgeDone(ctx: OpCtx, passages: readonly Passage[]): Promise<DoneVerdict> {
  const none: DoneVerdict = { refused: new Map(), warnings: [] }
  const coming = passages.filter(comesToDone)
  if (coming.length === 0) return none
  const { doneGate } = await fetchBoardPolicy(ctx)
  if (doneGate === "off") return none
  const present = coming.flatMap(({ before, id, itemId = id }) => (before ? [itemId] : []))
  const lacks = await askDoneGate(ctx, present)
  const short = coming.flatMap(({ id, before, itemId = id }) => {
    const missing = before ? (lacks.get(itemId)?.missing ?? ["a verdict on it"]) : [NEW]
    return missing.length > 0 ? [{ id, missing }] : []
  })
  if (doneGate === "block")
    return { ...none, refused: new Map(short.map(({ id, missing }) => [id, missing])) }
  const [only] = short
  if (!only) return none
  const words =
    short.length === 1 && passages.length === 1
      ? `Its Definition of Done misses: ${missingWords(only.missing)}`
      : `${short.length} of ${coming.length} do not meet their Definition of Done`
  return { ...none, warnings: [words] }
}
