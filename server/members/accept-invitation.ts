import { eq } from "drizzle-orm"
import { z } from "zod"
import { invitations, workspaces } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { hashSecret } from "@/server/kernel/session"
import { newPerson } from "./domain/account"
import { type LinkState, linkState, linkToken } from "./domain/invitation"
import { addPerson } from "./internal/add-person"
import { joinWorkspace } from "./internal/join-workspace"

const CLOSED: Record<Exclude<LinkState, "open">, string> = {
  used: "This invitation was accepted already; sign in",
  revoked: "This invitation was revoked; ask the person who invited you for a new one",
  expired: "This invitation has expired; ask the person who invited you for a new one",
}

async function joiner(ctx: OpCtx, email: string, person: z.output<typeof newPerson> | undefined) {
  const { user } = ctx.caller
  if (user) {
    if (user.email === email) return user
    throw ruleBroken(
      `This invitation is for ${email}, and you are signed in as ${user.email}; sign out first`,
    )
  }
  if (!person) throw ruleBroken("Sign in first, or give a name and a password for a new account")
  return addPerson(ctx, { ...person, email }, "person.")
}

/**
 * Accepts an invitation: for a new person with `person`, or for the signed-in person whose address it names.
 * @throws NOT_FOUND, RULE_BROKEN (used, revoked, expired, for somebody else), INVALID at name, password or email.
 */
export const acceptInvitation = command("members.acceptInvitation", {
  permission: "public",
  input: z.object({ token: linkToken, person: newPerson.optional() }),
  async run(ctx, input) {
    const [row] = await ctx.db
      .select({ invitation: invitations, slug: workspaces.slug })
      .from(invitations)
      .innerJoin(workspaces, eq(workspaces.id, invitations.workspaceId))
      .where(eq(invitations.tokenHash, hashSecret(input.token)))
    if (!row) throw notFound("The invitation")
    const { invitation, slug } = row
    const { expiresAt, revokedAt, acceptedAt: usedAt, email } = invitation
    const state = linkState({ expiresAt, revokedAt, usedAt }, ctx.now)
    if (state !== "open") throw ruleBroken(CLOSED[state])
    const person = await joiner(ctx, email, input.person)
    await joinWorkspace(ctx, invitation, person)
    return { slug, email, userId: person.id }
  },
})
