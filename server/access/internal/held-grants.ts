import { gt, inArray, isNull, lte, or } from "drizzle-orm"
import { grants, memberships } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type HeldGrant, holds, type Scope } from "@/server/kernel/domain/grants"
import type { Permission } from "@/server/kernel/domain/permissions"

export type HeldBy = Map<string, (HeldGrant & { id: string })[]>

/** The grants in force of people who are still members. Without ids: of everybody. */
export async function heldGrants(ctx: OpCtx, userIds?: readonly string[]): Promise<HeldBy> {
  if (userIds?.length === 0) return new Map()
  const present = ctx.db
    .select({ id: memberships.userId })
    .from(memberships)
    .where(own(ctx, memberships, isNull(memberships.leftAt)))
  const rows = await ctx.db
    .select({
      id: grants.id,
      userId: grants.userId,
      role: grants.role,
      scopeType: grants.scopeType,
      scopeId: grants.scopeId,
    })
    .from(grants)
    .where(
      own(
        ctx,
        grants,
        isNull(grants.revokedAt),
        lte(grants.validFrom, ctx.now),
        or(isNull(grants.validUntil), gt(grants.validUntil, ctx.now)),
        inArray(grants.userId, present),
        userIds && inArray(grants.userId, [...userIds]),
      ),
    )
  return Map.groupBy(rows, ({ userId }) => userId)
}

/** Of these people those who hold the permission, there or anywhere. */
export async function whoHolds(
  ctx: OpCtx,
  userIds: readonly (string | null)[],
  permission: Permission,
  scope?: Scope,
): Promise<string[]> {
  const ids = [...new Set(userIds.filter((id) => id !== null))]
  const held = await heldGrants(ctx, ids)
  return ids.filter((id) => holds(held.get(id) ?? [], permission, scope))
}
