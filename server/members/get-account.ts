import { eq } from "drizzle-orm"
import { z } from "zod"
import { userIdentities, users } from "@/db/schema/members"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"

/** The person's own account. */
export const getAccount = query("members.getAccount", {
  permission: "account",
  input: z.object({}),
  async run(ctx) {
    const [person] = await ctx.db.select().from(users).where(eq(users.id, ctx.userId))
    if (!person) throw notFound("The account")
    const identities = await ctx.db
      .select({ provider: userIdentities.provider, linkedAt: userIdentities.createdAt })
      .from(userIdentities)
      .where(eq(userIdentities.userId, ctx.userId))
    const { id, email, name, createdAt, passwordHash } = person
    return { id, email, name, createdAt, hasPassword: passwordHash !== null, identities }
  },
})
