import { eq, type SQL } from "drizzle-orm"
import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { pausedUntil } from "../domain/lock-out"
import { verifyPassword } from "./passwords"

type Guessed = typeof users.$inferSelect

/** The person with their row locked: guesses at one account are counted one after the other. */
export async function lockPerson(ctx: OpCtx, where: SQL): Promise<Guessed | undefined> {
  const [person] = await ctx.db.select().from(users).where(where).for("update")
  return person
}

/**
 * Checks a password and counts wrong ones. The count must be kept, so the caller answers rather than throws.
 * An attempt during a pause is refused whatever it says, and does not prolong the pause.
 */
export async function checkPassword(
  ctx: OpCtx,
  person: Guessed | undefined,
  password: string,
): Promise<"right" | "wrong" | "paused"> {
  const right = await verifyPassword(person?.passwordHash, password)
  if (!person) return "wrong"
  if (person.lockedUntil !== null && person.lockedUntil > ctx.now) return "paused"
  const failures = right ? 0 : person.failedSignIns + 1
  if (failures !== person.failedSignIns || person.lockedUntil !== null) {
    await ctx.db
      .update(users)
      .set({ failedSignIns: failures, lockedUntil: pausedUntil(failures, ctx.now) })
      .where(eq(users.id, person.id))
  }
  return right ? "right" : "wrong"
}
