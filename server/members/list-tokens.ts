import { desc, eq } from "drizzle-orm"
import { z } from "zod"
import { apiTokens, users } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { holds, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { query } from "@/server/kernel/operation"

/** The caller's API tokens, or everybody's for those who may see them; revoked and expired ones included. */
export const listTokens = query("members.listTokens", {
  permission: "members.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({}),
  async run(ctx) {
    const { grants, limitedTo } = ctx.caller
    const everybody =
      holds(grants, "tokens.read") && (limitedTo === null || limitedTo.includes("tokens.read"))
    const tokens = await ctx.db
      .select({
        id: apiTokens.id,
        name: apiTokens.name,
        hint: apiTokens.hint,
        permissions: apiTokens.permissions,
        owner: { id: apiTokens.userId, name: users.name },
        createdAt: apiTokens.createdAt,
        expiresAt: apiTokens.expiresAt,
        lastUsedAt: apiTokens.lastUsedAt,
        revokedAt: apiTokens.revokedAt,
      })
      .from(apiTokens)
      .innerJoin(users, eq(users.id, apiTokens.userId))
      .where(own(ctx, apiTokens, everybody ? undefined : eq(apiTokens.userId, ctx.userId)))
      .orderBy(desc(apiTokens.createdAt), desc(apiTokens.id))
    return { everybody, tokens }
  },
})
