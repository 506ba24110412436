import { sql } from "drizzle-orm"
import type { Db } from "../database"
import { encodeMessage, LIVE_CHANNEL, type LiveMessage } from "./message"

type Place = { db: Db; workspaceId: string }

/** Tells the open pages of a topic that something changed; delivered when the transaction commits, on every node. */
export async function publish(ctx: Place, topic: string, message: LiveMessage): Promise<void> {
  const payload = encodeMessage(ctx.workspaceId, topic, message)
  await ctx.db.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${payload})`)
}
