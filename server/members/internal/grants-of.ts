import { asc, eq, isNull, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { grants, users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { GrantView } from "../domain/grant"

const granter = alias(users, "granter")

/** Grants that were not revoked, expired and upcoming ones included, oldest first. */
export async function grantsOf(ctx: OpCtx, ...more: (SQL | undefined)[]): Promise<GrantView[]> {
  return ctx.db
    .select({
      id: grants.id,
      userId: grants.userId,
      role: grants.role,
      scopeType: grants.scopeType,
      scopeId: grants.scopeId,
      scopeName: sql<string | null>`coalesce(${domains.name}, ${products.name})`,
      validFrom: grants.validFrom,
      validUntil: grants.validUntil,
      reason: grants.reason,
      grantedBy: { id: grants.grantedBy, name: granter.name },
      grantedAt: grants.grantedAt,
    })
    .from(grants)
    .innerJoin(granter, eq(granter.id, grants.grantedBy))
    .leftJoin(domains, own(ctx, domains, eq(grants.scopeType, "domain"), eq(domains.id, grants.scopeId)))
    .leftJoin(products, own(ctx, products, eq(grants.scopeType, "product"), eq(products.id, grants.scopeId)))
    .where(own(ctx, grants, isNull(grants.revokedAt), ...more))
    .orderBy(asc(grants.grantedAt), asc(grants.id))
}
