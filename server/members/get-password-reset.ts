import { eq } from "drizzle-orm"
import { z } from "zod"
import { passwordResets, users } from "@/db/schema/members"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { hashSecret } from "@/server/kernel/session"
import { linkState, linkToken } from "./domain/invitation"

/** Whether the link of a password reset still works, and whose it is. @throws NOT_FOUND for one that never was. */
export const getPasswordReset = query("members.getPasswordReset", {
  permission: "public",
  input: z.object({ token: linkToken }),
  async run(ctx, { token }) {
    const [row] = await ctx.db
      .select({ reset: passwordResets, email: users.email })
      .from(passwordResets)
      .innerJoin(users, eq(users.id, passwordResets.userId))
      .where(eq(passwordResets.tokenHash, hashSecret(token)))
    if (!row) throw notFound("The link")
    const state = linkState(row.reset, ctx.now)
    return { state, email: state === "open" ? row.email : null, expiresAt: row.reset.expiresAt }
  },
})
