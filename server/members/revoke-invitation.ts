import { eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { invitations } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"

/** Makes an invitation's link useless. @throws NOT_FOUND once it was accepted or revoked. */
export const revokeInvitation = command("members.revokeInvitation", {
  permission: "members.manage",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const open = [isNull(invitations.acceptedAt), isNull(invitations.revokedAt)]
    const [revoked] = await ctx.db
      .update(invitations)
      .set({ revokedAt: ctx.now })
      .where(own(ctx, invitations, eq(invitations.id, id), ...open))
      .returning({ email: invitations.email })
    if (!revoked) throw notFound("The open invitation")
    ctx.record({
      targets: [{ type: "invitation", id, name: revoked.email }],
      summary: `Revoked the invitation of ${revoked.email}`,
    })
  },
})
