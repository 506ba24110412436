import { and, desc, eq, gt, isNull } from "drizzle-orm"
import { z } from "zod"
import { sessions } from "@/db/schema/members"
import { query } from "@/server/kernel/operation"
import { describeDevice } from "./domain/device"

/** The person's sessions that still hold, the last used first. */
export const listSessions = query("members.listSessions", {
  permission: "account",
  input: z.object({}),
  async run(ctx) {
    const rows = await ctx.db
      .select()
      .from(sessions)
      .where(
        and(eq(sessions.userId, ctx.userId), isNull(sessions.revokedAt), gt(sessions.expiresAt, ctx.now)),
      )
      .orderBy(desc(sessions.lastSeenAt), desc(sessions.id))
    return rows.map(({ id, method, createdAt, lastSeenAt, expiresAt, ip, userAgent }) => ({
      id,
      method,
      device: describeDevice(userAgent),
      ip,
      createdAt,
      lastSeenAt,
      expiresAt,
      current: id === ctx.caller.sessionId,
    }))
  },
})
