import { and, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { sessions, users } from "@/db/schema/members"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { recordForPerson } from "./internal/record-for-person"
import { revokeSessions } from "./internal/revoke-sessions"

/** Ends one of the person's sessions, or all but the one of this call. It takes effect at its next request. */
export const revokeSession = command("members.revokeSession", {
  permission: "account",
  input: z.union([z.object({ sessionId: z.uuid() }), z.object({ allOthers: z.literal(true) })]),
  async run(ctx, input) {
    const action = "members.revokeSession"
    const [person] = await ctx.db.select().from(users).where(eq(users.id, ctx.userId))
    if (!person) throw notFound("The account")
    if ("allOthers" in input) {
      const revoked = await revokeSessions(ctx, person.id, ctx.caller.sessionId)
      if (revoked > 0)
        await recordForPerson(ctx, person, { action, summary: `Ended ${revoked} other sessions` })
      return { revoked }
    }
    const ended = await ctx.db
      .update(sessions)
      .set({ revokedAt: ctx.now })
      .where(
        and(eq(sessions.id, input.sessionId), eq(sessions.userId, person.id), isNull(sessions.revokedAt)),
      )
      .returning({ id: sessions.id })
    if (ended.length === 0) throw notFound("The session")
    await recordForPerson(ctx, person, {
      action,
      summary: "Ended a session",
      after: { sessionId: input.sessionId },
    })
    return { revoked: 1 }
  },
})
