import { eq } from "drizzle-orm"
import { z } from "zod"
import { users } from "@/db/schema/members"
import { invalidField, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { newPassword, passwordProblem } from "./domain/account"
import { checkPassword, lockPerson } from "./internal/check-password"
import { hashPassword } from "./internal/passwords"
import { recordForPerson } from "./internal/record-for-person"
import { revokeSessions } from "./internal/revoke-sessions"

type Changed = { ok: true; revoked: number } | { ok: false; message: string }

/**
 * Changes the person's own password and ends their other sessions. A wrong current password is an answer rather than
 * an error: it counts like one at sign-in, so a stolen session is no place to guess at leisure.
 */
export const changePassword = command("members.changePassword", {
  permission: "account",
  input: z.object({ currentPassword: z.string().max(1000), password: newPassword }),
  async run(ctx, input): Promise<Changed> {
    const person = await lockPerson(ctx, eq(users.id, ctx.userId))
    if (!person?.passwordHash) {
      throw ruleBroken("This account signs in without a password; an administrator's link can set one")
    }
    const problem = passwordProblem(input.password, person)
    if (problem) throw invalidField("password", problem)
    const action = "members.changePassword"
    const outcome = await checkPassword(ctx, person, input.currentPassword)
    if (outcome !== "right") {
      const reason = outcome === "wrong" ? "Wrong current password" : "Paused after too many attempts"
      await recordForPerson(ctx, person, { action, outcome: "denied", summary: "Was refused", reason })
      return {
        ok: false,
        message: "This is not your current password, or it is paused after too many attempts",
      }
    }
    await ctx.db
      .update(users)
      .set({ passwordHash: await hashPassword(input.password) })
      .where(eq(users.id, person.id))
    const revoked = await revokeSessions(ctx, person.id, ctx.caller.sessionId)
    await recordForPerson(ctx, person, {
      action,
      summary: "Changed their password and ended their other sessions",
    })
    return { ok: true, revoked }
  },
})
