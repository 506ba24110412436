import { desc, eq, isNull, sql } from "drizzle-orm"
import { z } from "zod"
import { invitations, users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { query } from "@/server/kernel/operation"
import { linkState } from "./domain/invitation"

/** Invitations that nobody accepted or revoked, the newest first; `state` tells the expired ones. */
export const listInvitations = query("members.listInvitations", {
  permission: "members.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({}),
  async run(ctx) {
    const rows = await ctx.db
      .select({
        id: invitations.id,
        email: invitations.email,
        role: invitations.role,
        scopeType: invitations.scopeType,
        scopeId: invitations.scopeId,
        scopeName: sql<string | null>`coalesce(${domains.name}, ${products.name})`,
        reason: invitations.reason,
        invitedBy: { id: invitations.invitedBy, name: users.name },
        createdAt: invitations.createdAt,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .innerJoin(users, eq(users.id, invitations.invitedBy))
      .leftJoin(
        domains,
        own(ctx, domains, eq(invitations.scopeType, "domain"), eq(domains.id, invitations.scopeId)),
      )
      .leftJoin(
        products,
        own(ctx, products, eq(invitations.scopeType, "product"), eq(products.id, invitations.scopeId)),
      )
      .where(own(ctx, invitations, isNull(invitations.acceptedAt), isNull(invitations.revokedAt)))
      .orderBy(desc(invitations.createdAt), desc(invitations.id))
    return rows.map((row) => ({ ...row, state: linkState({ ...row, usedAt: null }, ctx.now) }))
  },
})
