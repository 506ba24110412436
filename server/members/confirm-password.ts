import { eq } from "drizzle-orm"
import { z } from "zod"
import { sessions, users } from "@/db/schema/members"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { checkPassword, lockPerson } from "./internal/check-password"
import { recordForPerson } from "./internal/record-for-person"

type Confirmed = { ok: true } | { ok: false; message: string }

/**
 * The person proves again who they are, for one act and in this session: signing asks for it. A wrong password is an
 * answer rather than an error, and counts like one at sign-in. `purpose` names the act, such as the id of a request.
 */
export const confirmPassword = command("members.confirmPassword", {
  permission: "account",
  input: z.object({ password: z.string().max(1000), purpose: z.string().min(1).max(100) }),
  async run(ctx, { password, purpose }): Promise<Confirmed> {
    const { sessionId } = ctx.caller
    if (sessionId === null) throw ruleBroken("Sign in with a browser to confirm who you are")
    const person = await lockPerson(ctx, eq(users.id, ctx.userId))
    if (!person?.passwordHash)
      throw ruleBroken("This account has no password. Confirm with the sign-in provider")
    const outcome = await checkPassword(ctx, person, password)
    if (outcome === "right") {
      await ctx.db
        .update(sessions)
        .set({ confirmFor: purpose, confirmAskedAt: ctx.now, confirmedBy: "password", confirmedAt: ctx.now })
        .where(eq(sessions.id, sessionId))
      return { ok: true }
    }
    const reason = outcome === "wrong" ? "Wrong password" : "Paused after too many attempts"
    const action = "members.confirmPassword"
    await recordForPerson(ctx, person, { action, outcome: "denied", summary: "Was refused", reason })
    return { ok: false, message: "This is not your password, or it is paused after too many attempts" }
  },
})
