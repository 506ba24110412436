import { eq } from "drizzle-orm"
import { z } from "zod"
import { userIdentities, users } from "@/db/schema/members"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { mayCreateWorkspace } from "./internal/may-create-workspace"

/** The person's own account, and whether a further workspace is theirs to create. */
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
    const createWorkspace = await mayCreateWorkspace(ctx)
    return { id, email, name, createdAt, hasPassword: passwordHash !== null, identities, createWorkspace }
  },
})
