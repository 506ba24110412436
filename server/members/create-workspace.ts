import { and, eq, gt, isNull, lte, or } from "drizzle-orm"
import { grants } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { workspaceFields, workspaceSlug } from "./domain/workspace"
import { foundWorkspace } from "./internal/found-workspace"
import { obey } from "./internal/obey"

async function mayCreateWorkspace(ctx: OpCtx): Promise<Verdict> {
  const [administers] = await ctx.db
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        eq(grants.userId, ctx.userId),
        eq(grants.role, "administrator"),
        isNull(grants.revokedAt),
        lte(grants.validFrom, ctx.now),
        or(isNull(grants.validUntil), gt(grants.validUntil, ctx.now)),
      ),
    )
    .limit(1)
  return administers ? yes : no("Only an administrator of a workspace may create another; ask one")
}

/** Creates a further workspace with the caller as administrator. @throws RULE_BROKEN unless they administer one. */
export const createWorkspace = command("members.createWorkspace", {
  permission: "account",
  input: workspaceFields.extend({ slug: workspaceSlug.optional() }),
  async run(ctx, input) {
    obey(await mayCreateWorkspace(ctx))
    const { user } = ctx.caller
    if (!user) throw notFound("The person")
    return foundWorkspace(ctx, "members.createWorkspace", user, input)
  },
})
