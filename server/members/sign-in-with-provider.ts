import { and, eq, gt, isNull } from "drizzle-orm"
import { z } from "zod"
import { invitations, userIdentities, users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { command } from "@/server/kernel/operation"
import { addPerson } from "./internal/add-person"
import { joinWorkspace } from "./internal/join-workspace"
import { openSession } from "./internal/open-session"
import { actingAs, recordForPerson, sealNow } from "./internal/record-for-person"
import { takeConfirmation } from "./internal/take-confirmation"

const input = z.object({
  /** The provider's issuer address and its name on the button. */
  issuer: z.string().min(1).max(500),
  providerName: z.string().min(1).max(100),
  subject: z.string().min(1).max(500),
  email: z.string().trim().toLowerCase().max(254).nullable(),
  emailVerified: z.boolean(),
  name: z.string().trim().max(120).nullable(),
  /** `auth_time` of the id token, Unix seconds: when the person proved who they are; null when the provider is silent. */
  authTime: z.int().min(0).max(8_640_000_000_000).nullable().default(null),
})
type Claims = z.output<typeof input>
type Person = { id: string; name: string; email: string }

type SignedIn =
  | { ok: true; sessionId: string; userId: string }
  | { ok: false; refusal: "unknown" | "unverified" }

async function findByIdentity(ctx: OpCtx, claims: Claims): Promise<Person | undefined> {
  const [person] = await ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(userIdentities)
    .innerJoin(users, eq(users.id, userIdentities.userId))
    .where(and(eq(userIdentities.provider, claims.issuer), eq(userIdentities.subject, claims.subject)))
  return person
}

async function findByEmail(ctx: OpCtx, email: string): Promise<Person | undefined> {
  const [person] = await ctx.db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(eq(users.email, email))
  return person
}

const openInvitations = (ctx: OpCtx, email: string) =>
  ctx.db
    .select()
    .from(invitations)
    .where(
      and(
        eq(invitations.email, email),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
        gt(invitations.expiresAt, ctx.now),
      ),
    )
    .orderBy(invitations.workspaceId)

/**
 * Signs a person in whom an OpenID Connect provider vouches for: known by that account, else by their verified e-mail
 * (the account is then linked), else by an open invitation, which is accepted. Everybody else is refused.
 * Called by the callback of the provider only: the claims must come from it.
 */
export const signInWithProvider = command("members.signInWithProvider", {
  permission: "public",
  input,
  async run(ctx, claims): Promise<SignedIn> {
    const linked = await findByIdentity(ctx, claims)
    const email = claims.emailVerified ? claims.email : null
    if (!linked && email === null) return { ok: false, refusal: "unverified" }
    let person = linked ?? (await findByEmail(ctx, email ?? ""))
    const joining = person || email === null ? [] : await openInvitations(ctx, email)
    if (!person) {
      if (joining.length === 0 || email === null) return { ok: false, refusal: "unknown" }
      person = await addPerson(ctx, { email, name: claims.name || email, password: null })
    }
    if (!linked) {
      const { issuer: provider, subject } = claims
      await ctx.db.insert(userIdentities).values({ provider, subject, userId: person.id, createdAt: ctx.now })
    }
    const sessionId = await openSession(
      ctx,
      person.id,
      "oidc",
      await takeConfirmation(ctx, person, claims.authTime),
    )
    if (joining.length === 0) {
      const summary = `Signed in with ${claims.providerName}${linked ? "" : ", linked by the verified e-mail address"}`
      await recordForPerson(actingAs(ctx, person), person, { action: "members.signInWithProvider", summary })
    }
    for (const invitation of joining) {
      await joinWorkspace(ctx, invitation, person)
      await sealNow(ctx)
    }
    return { ok: true, sessionId, userId: person.id }
  },
})
