import { and, asc, eq, gt, isNull, lte } from "drizzle-orm"
import { grants, invitations } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { ROLE_LABELS } from "@/server/kernel/domain/permissions"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { SOURCE_LIMIT } from "../waiting-source"
import { daysFrom, mayUse, pageOf } from "./may-use"

/** How long before its end a role is worth a word, in days. */
const ENDING = 14
/** An invitation is reported from this many days before its end until as many after it. */
const EXPIRING = 3

/** My roles that end soon, so that nobody is locked out unawares. */
export async function waitingGrants(ctx: OpCtx): Promise<WaitingThing[]> {
  const rows = await ctx.db
    .select({
      id: grants.id,
      role: grants.role,
      until: grants.validUntil,
      domain: domains.name,
      product: products.name,
    })
    .from(grants)
    .leftJoin(domains, and(eq(domains.workspaceId, grants.workspaceId), eq(domains.id, grants.scopeId)))
    .leftJoin(products, and(eq(products.workspaceId, grants.workspaceId), eq(products.id, grants.scopeId)))
    .where(
      own(
        ctx,
        grants,
        eq(grants.userId, ctx.userId),
        isNull(grants.revokedAt),
        lte(grants.validFrom, ctx.now),
        gt(grants.validUntil, ctx.now),
        lte(grants.validUntil, daysFrom(ctx.now, ENDING)),
      ),
    )
    .orderBy(asc(grants.validUntil))
    .limit(SOURCE_LIMIT)
  const members = mayUse(ctx, "members.read", WORKSPACE_SCOPE)
  return rows.map((row) => ({
    kind: "access",
    id: row.id,
    title: `Your role ${ROLE_LABELS[row.role].toLowerCase()} in ${row.product ?? row.domain ?? "the whole workspace"} ends`,
    detail: "Ask an administrator to renew it if you still need it",
    ...(row.until && { due: row.until }),
    state: "ends",
    action: members
      ? { label: "See members", href: pageOf(ctx, "/settings/members") }
      : { label: "See account", href: "/account" },
  }))
}

/** Invitations that nobody has taken up and that end about now, for those who may send another. */
export async function waitingInvitations(ctx: OpCtx): Promise<WaitingThing[]> {
  const rows = await ctx.db
    .select({
      id: invitations.id,
      email: invitations.email,
      role: invitations.role,
      expiresAt: invitations.expiresAt,
    })
    .from(invitations)
    .where(
      own(
        ctx,
        invitations,
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, daysFrom(ctx.now, -EXPIRING)),
        lte(invitations.expiresAt, daysFrom(ctx.now, EXPIRING)),
      ),
    )
    .orderBy(asc(invitations.expiresAt))
    .limit(SOURCE_LIMIT)
  return rows.map((row) => ({
    kind: "access",
    id: row.id,
    title: `Invitation of ${row.email} as ${ROLE_LABELS[row.role].toLowerCase()}`,
    detail: "Nobody has used it. Send a new link, or revoke it",
    due: row.expiresAt,
    state: row.expiresAt <= ctx.now ? "expired" : "expires",
    action: { label: "See invitation", href: pageOf(ctx, "/settings/members") },
  }))
}
