import { eq } from "drizzle-orm"
import { auditEvents, auditLeaves } from "@/db/schema/audit"
import { anonymous, type Ctx } from "@/server/kernel/context"
import { inTransaction } from "@/server/kernel/database"
import type { HeldGrant } from "@/server/kernel/domain/grants"
import { newId } from "@/server/kernel/domain/id"
import type { Role } from "@/server/kernel/domain/permissions"
import { callerFromSession, callerFromToken } from "@/server/kernel/session"
import { acceptInvitation } from "@/server/members/accept-invitation"
import { inviteMember } from "@/server/members/invite-member"
import { signIn } from "@/server/members/sign-in"
import { NOW, type TestWorkspace, type World } from "@/tests/support/world"

export const PASSWORD = "three little plumb bobs"
export const WHOLE = { scopeType: "workspace", scopeId: null } as const

/** So many minutes after the fixed clock. */
export const later = (minutes: number) => new Date(Date.parse(NOW) + minutes * 60_000).toISOString()

export const at = <C extends Ctx>(ctx: C, now: string): C => ({ ...ctx, clock: () => now })

export function stranger(world: World, now = NOW): Ctx {
  const request = {
    requestId: "test",
    ip: "192.0.2.7",
    userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0",
  }
  return { caller: anonymous, request, clock: () => now, database: async () => world.open }
}

export async function bySession(
  world: World,
  sessionId: string,
  slug: string | undefined,
  now = NOW,
): Promise<Ctx> {
  return { ...stranger(world, now), caller: await callerFromSession(world.open.db, sessionId, slug, now) }
}

export async function byToken(world: World, secret: string, now = NOW): Promise<Ctx> {
  return { ...stranger(world, now), caller: await callerFromToken(world.open.db, secret, now) }
}

export const newEmail = () => `${newId()}@example.org`

/** A person who joined by an invitation, with the password above, signed in. */
export async function joined(
  world: World,
  workspace: TestWorkspace,
  role: Role,
  scope: Omit<HeldGrant, "role"> = WHOLE,
) {
  const admin = await workspace.member("administrator")
  const email = newEmail()
  const { token } = await inviteMember(admin, { email, role, ...scope, reason: "Joins the team" })
  const person = { name: `Person ${email.slice(24, 28)}`, password: PASSWORD }
  const { userId } = await acceptInvitation(stranger(world), { token, person })
  const session = await signIn(stranger(world), { email, password: PASSWORD })
  if (!session.ok) throw new Error("The new person could not sign in")
  const ctx = await bySession(world, session.sessionId, workspace.slug)
  return { admin, email, userId, sessionId: session.sessionId, ctx }
}

/** The audit trail of a workspace in its sealed order. */
export async function trail(world: World, workspaceId: string) {
  const rows = await inTransaction(world.open, workspaceId, "read", (db) =>
    db
      .select({
        seq: auditLeaves.seq,
        action: auditEvents.action,
        outcome: auditEvents.outcome,
        actor: auditEvents.actorId,
        summary: auditEvents.summary,
        text: auditEvents.text,
      })
      .from(auditEvents)
      .innerJoin(auditLeaves, eq(auditLeaves.eventId, auditEvents.id))
      .orderBy(auditLeaves.seq),
  )
  return rows
}
