import { and, asc, eq, isNull, lt, or, sql } from "drizzle-orm"
import type { OpenDatabase } from "@/db/client"
import { livePresence } from "@/db/schema/live"
import type { OpCtx } from "../context"
import { type Db, inTransaction, own } from "../database"
import { publish } from "./publish"

/** Seconds without a sign after which somebody counts as gone, when their node could not say so. */
export const PRESENT_SECONDS = 45

type Place = { workspaceId: string; topic: string }

const before = (now: string) => new Date(Date.parse(now) - PRESENT_SECONDS * 1000).toISOString()

const stillHere = or(isNull(livePresence.leftAt), lt(livePresence.leftAt, livePresence.seenAt))

const at = ({ workspaceId, topic }: Place) =>
  own({ workspaceId }, livePresence, eq(livePresence.topic, topic))

/** Marks those as gone whose node stopped without a word. True when there were any. */
async function dropSilent(db: Db, place: Place, now: string): Promise<boolean> {
  const gone = await db
    .update(livePresence)
    .set({ leftAt: sql`${livePresence.seenAt}` })
    .where(and(at(place), stillHere, lt(livePresence.seenAt, before(now))))
    .returning({ userId: livePresence.userId })
  return gone.length > 0
}

/** Notes that a person has the topic open; the others are told when they were not there before. */
export async function markPresent(
  open: OpenDatabase,
  place: Place,
  userId: string,
  now: string,
): Promise<void> {
  const { workspaceId, topic } = place
  await inTransaction(open, workspaceId, "write", async (db) => {
    const silent = await dropSilent(db, place, now)
    const [known] = await db
      .select({ userId: livePresence.userId })
      .from(livePresence)
      .where(and(at(place), eq(livePresence.userId, userId), stillHere))
    await db
      .insert(livePresence)
      .values({ workspaceId, topic, userId, seenAt: now })
      .onConflictDoUpdate({
        target: [livePresence.workspaceId, livePresence.topic, livePresence.userId],
        set: { seenAt: now, leftAt: null },
      })
    if (!known || silent) await publish({ db, workspaceId }, topic, { kind: "people" })
  })
}

/** Notes that a person's last page of the topic on this node was closed. */
export async function markLeft(open: OpenDatabase, place: Place, userId: string, now: string): Promise<void> {
  const { workspaceId, topic } = place
  await inTransaction(open, workspaceId, "write", async (db) => {
    await db
      .update(livePresence)
      .set({ leftAt: now, seenAt: now })
      .where(and(at(place), eq(livePresence.userId, userId)))
    await publish({ db, workspaceId }, topic, { kind: "people" })
  })
}

/** Who had a topic open: when they were last seen, and whether they are there now. */
export async function listPresent(
  ctx: OpCtx,
  topic: string,
): Promise<{ userId: string; seenAt: string; present: boolean }[]> {
  const rows = await ctx.db
    .select({ userId: livePresence.userId, seenAt: livePresence.seenAt, leftAt: livePresence.leftAt })
    .from(livePresence)
    .where(at({ workspaceId: ctx.workspaceId, topic }))
    .orderBy(asc(livePresence.seenAt))
  return rows.map(({ userId, seenAt, leftAt }) => ({
    userId,
    seenAt,
    present: seenAt >= before(ctx.now) && (leftAt === null || leftAt < seenAt),
  }))
}
