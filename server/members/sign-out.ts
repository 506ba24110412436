import { and, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { sessions } from "@/db/schema/members"
import { command } from "@/server/kernel/operation"
import { recordForPerson } from "./internal/record-for-person"

/** Ends the session of the call. */
export const signOut = command("members.signOut", {
  permission: "account",
  input: z.object({}),
  async run(ctx) {
    const { sessionId, user } = ctx.caller
    if (sessionId === null || user === null) return
    const ended = await ctx.db
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
      .returning({ id: sessions.id })
    if (ended.length > 0)
      await recordForPerson(ctx, user, { action: "members.signOut", summary: "Signed out" })
  },
})
