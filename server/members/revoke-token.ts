import { eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { apiTokens } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"

/** Revokes an API token, one's own or, for who manages members, anybody's. It fails from its next call on. */
export const revokeToken = command("members.revokeToken", {
  permission: "tokens.manage",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const open = own(ctx, apiTokens, eq(apiTokens.id, id), isNull(apiTokens.revokedAt))
    const [token] = await ctx.db.select().from(apiTokens).where(open).for("update")
    if (!token) throw notFound("The API token")
    if (token.userId !== ctx.userId) ctx.require("members.manage", WORKSPACE_SCOPE)
    await ctx.db.update(apiTokens).set({ revokedAt: ctx.now, revokedBy: ctx.userId }).where(open)
    ctx.record({
      targets: [{ type: "token", id, name: token.name }],
      summary: `Revoked the API token ${token.name}`,
    })
  },
})
