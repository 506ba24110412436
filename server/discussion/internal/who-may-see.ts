import { and, eq, gt, isNull, lte, or } from "drizzle-orm"
import { grants, memberships, users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { holds, type Scope } from "@/server/kernel/domain/grants"
import type { ScopedPermission } from "@/server/kernel/domain/permissions"

/** Members who hold the permission there today, by name. */
export async function whoMaySee(ctx: OpCtx, permission: ScopedPermission, scope: Scope) {
  const rows = await ctx.db
    .select({
      id: users.id,
      name: users.name,
      grant: { role: grants.role, scopeType: grants.scopeType, scopeId: grants.scopeId },
    })
    .from(memberships)
    .innerJoin(users, eq(users.id, memberships.userId))
    .innerJoin(
      grants,
      and(eq(grants.workspaceId, memberships.workspaceId), eq(grants.userId, memberships.userId)),
    )
    .where(
      own(
        ctx,
        memberships,
        isNull(memberships.leftAt),
        isNull(grants.revokedAt),
        lte(grants.validFrom, ctx.now),
        or(isNull(grants.validUntil), gt(grants.validUntil, ctx.now)),
      ),
    )
    .orderBy(users.name, users.id)
  const people = new Map(
    rows.filter(({ grant }) => holds([grant], permission, scope)).map(({ id, name }) => [id, name]),
  )
  return [...people].map(([id, name]) => ({ id, name }))
}
