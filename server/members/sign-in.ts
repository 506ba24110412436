import { eq } from "drizzle-orm"
import { z } from "zod"
import { users } from "@/db/schema/members"
import { command } from "@/server/kernel/operation"
import { pauseSeconds } from "./domain/lock-out"
import { checkPassword, lockPerson } from "./internal/check-password"
import { openSession } from "./internal/open-session"
import { actingAs, recordForPerson } from "./internal/record-for-person"

type SignedIn = { ok: true; sessionId: string; userId: string } | { ok: false }

/**
 * Signs a person in by e-mail and password and starts a session of 30 days. A refusal is an answer, not an error,
 * because the count of wrong passwords has to be kept; it never says which part was wrong.
 */
export const signIn = command("members.signIn", {
  permission: "public",
  input: z.object({ email: z.string().trim().toLowerCase().max(254), password: z.string().max(1000) }),
  async run(ctx, input): Promise<SignedIn> {
    const person = await lockPerson(ctx, eq(users.email, input.email))
    const outcome = await checkPassword(ctx, person, input.password)
    if (!person) return { ok: false }
    const action = "members.signIn"
    if (outcome !== "right") {
      const pause = outcome === "wrong" ? pauseSeconds(person.failedSignIns + 1) : 0
      await recordForPerson(ctx, person, {
        action,
        outcome: "denied",
        summary: pause > 0 ? `Was refused; sign-in pauses for ${pause / 60} min` : "Was refused",
        reason: outcome === "paused" ? "Sign-in is paused after too many attempts" : "Wrong password",
      })
      return { ok: false }
    }
    const sessionId = await openSession(ctx, person.id, "password")
    await recordForPerson(actingAs(ctx, person), person, { action, summary: "Signed in with a password" })
    return { ok: true, sessionId, userId: person.id }
  },
})
