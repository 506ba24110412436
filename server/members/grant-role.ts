import { eq, isNull } from "drizzle-orm"
import { grants } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { grantFields, grantState, grantWords } from "./domain/grant"
import { mayGrant } from "./domain/grant-rules"
import { fetchMember } from "./internal/fetch-member"
import { obey } from "./internal/obey"
import { getPlaceName } from "./internal/place"

type Wanted = Pick<typeof grants.$inferSelect, "userId" | "role" | "scopeType" | "scopeId">

/** An expired grant of the same role makes room; one that still holds (or will) is not doubled. */
async function makeRoom(ctx: OpCtx, { userId, role, scopeType, scopeId }: Wanted): Promise<void> {
  const [held] = await ctx.db
    .select()
    .from(grants)
    .where(
      own(
        ctx,
        grants,
        eq(grants.userId, userId),
        eq(grants.role, role),
        eq(grants.scopeType, scopeType),
        scopeId === null ? isNull(grants.scopeId) : eq(grants.scopeId, scopeId),
        isNull(grants.revokedAt),
      ),
    )
    .for("update")
  if (!held) return
  if (grantState(held, ctx.now) !== "expired") {
    throw invalidField(
      "role",
      "They hold this role there already; revoke that grant first to change its dates",
    )
  }
  const revokeReason = "Expired and was granted anew"
  await ctx.db
    .update(grants)
    .set({ revokedAt: ctx.now, revokedBy: ctx.userId, revokeReason })
    .where(own(ctx, grants, eq(grants.id, held.id)))
}

/**
 * Grants a member a role in the workspace, a domain or a product, for a time, with a reason.
 * @throws NOT_FOUND for people outside, INVALID at role, scopeId or validUntil, RULE_BROKEN for oneself.
 */
export const grantRole = command("members.grantRole", {
  permission: "members.manage",
  input: grantFields,
  async run(ctx, { userId, role, scopeType, scopeId, reason, validFrom = ctx.now, validUntil }) {
    const member = await fetchMember(ctx, userId)
    obey(mayGrant(ctx.userId, userId))
    const scopeName = await getPlaceName(ctx, { scopeType, scopeId })
    if (validUntil !== null && validUntil <= ctx.now)
      throw invalidField("validUntil", "The end lies in the past")
    await makeRoom(ctx, { userId, role, scopeType, scopeId })
    const id = newId()
    const what = { role, scopeType, scopeId, validFrom, validUntil }
    const { workspaceId, userId: grantedBy, now: grantedAt } = ctx
    const added = await ctx.db
      .insert(grants)
      .values({ ...what, workspaceId, id, userId, reason, grantedBy, grantedAt })
      .onConflictDoNothing()
      .returning({ id: grants.id })
    if (added.length === 0) throw invalidField("role", "Somebody granted them this role a moment ago")
    ctx.record({
      targets: [
        { type: "member", id: userId, name: member.name },
        { type: "grant", id, name: role },
      ],
      summary: `Granted ${member.name} the role ${grantWords({ role, scopeType, scopeName })}`,
      after: what,
      reason,
    })
    return { id }
  },
})
