import { and, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { passwordResets, users } from "@/db/schema/members"
import { invalidField, notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { hashSecret } from "@/server/kernel/session"
import { newPassword, passwordProblem } from "./domain/account"
import { linkState, linkToken } from "./domain/invitation"
import { lockPerson } from "./internal/check-password"
import { hashPassword } from "./internal/passwords"
import { actingAs, recordForPerson } from "./internal/record-for-person"
import { revokeSessions } from "./internal/revoke-sessions"

/**
 * Sets a new password by an administrator's link. It works once: every open link of the person is used up, every
 * session ends, a pause after wrong passwords too. @throws NOT_FOUND, RULE_BROKEN (used, expired), INVALID at password.
 */
export const resetPassword = command("members.resetPassword", {
  permission: "public",
  input: z.object({ token: linkToken, password: newPassword }),
  async run(ctx, input) {
    const [reset] = await ctx.db
      .select()
      .from(passwordResets)
      .where(eq(passwordResets.tokenHash, hashSecret(input.token)))
      .for("update")
    if (!reset) throw notFound("The link")
    const state = linkState(reset, ctx.now)
    if (state !== "open") {
      const closed = state === "expired" ? "has expired" : "was used already"
      throw ruleBroken(`This link ${closed}; ask an administrator for a new one`)
    }
    const person = await lockPerson(ctx, eq(users.id, reset.userId))
    if (!person) throw notFound("The link")
    const problem = passwordProblem(input.password, person)
    if (problem) throw invalidField("password", problem)
    const passwordHash = await hashPassword(input.password)
    await ctx.db
      .update(users)
      .set({ passwordHash, failedSignIns: 0, lockedUntil: null })
      .where(eq(users.id, person.id))
    await ctx.db
      .update(passwordResets)
      .set({ usedAt: ctx.now })
      .where(and(eq(passwordResets.userId, person.id), isNull(passwordResets.usedAt)))
    await revokeSessions(ctx, person.id, null)
    await recordForPerson(actingAs(ctx, person), person, {
      action: "members.resetPassword",
      summary: "Set a new password by an administrator's link; all their sessions ended",
      after: { resetId: reset.id, linkBy: reset.createdBy },
    })
    return { email: person.email }
  },
})
