import { lt } from "drizzle-orm"
import { z } from "zod"
import { passwordResets, sessions } from "@/db/schema/members"
import { forbidden } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"

/** Removes sessions and reset links that have expired; they could not be used any more. For the system only. */
export const purgeSignIns = command("retention.purgeSignIns", {
  permission: "account",
  input: z.object({}),
  async run(ctx) {
    if (ctx.caller.actor.type !== "system") throw forbidden("Only the system removes expired sign-ins")
    await ctx.db.delete(sessions).where(lt(sessions.expiresAt, ctx.now))
    await ctx.db.delete(passwordResets).where(lt(passwordResets.expiresAt, ctx.now))
  },
})
