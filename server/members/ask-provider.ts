import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { sessions } from "@/db/schema/members"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"

/** Notes for which act this session is about to ask the sign-in provider who the person is; see signInWithProvider. */
export const askProvider = command("members.askProvider", {
  permission: "account",
  input: z.object({ purpose: z.string().min(1).max(100) }),
  async run(ctx, { purpose }) {
    const { sessionId } = ctx.caller
    if (sessionId === null) throw ruleBroken("Sign in with a browser to confirm who you are")
    await ctx.db
      .update(sessions)
      .set({ confirmFor: purpose, confirmAskedAt: ctx.now, confirmedBy: null, confirmedAt: null })
      .where(and(eq(sessions.id, sessionId), eq(sessions.userId, ctx.userId)))
  },
})
