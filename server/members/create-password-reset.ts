import { z } from "zod"
import { passwordResets } from "@/db/schema/members"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { mayResetPassword } from "./domain/grant-rules"
import { RESET_HOURS } from "./domain/invitation"
import { belongsElsewhere } from "./internal/belongs-elsewhere"
import { fetchMember } from "./internal/fetch-member"
import { newLinkToken } from "./internal/link-token"
import { obey } from "./internal/obey"
import { hoursAfter } from "./internal/time-spans"

/**
 * Makes a link with which a member sets a new password: it works once, for 24 hours, and is answered only now.
 * @throws NOT_FOUND, RULE_BROKEN for oneself and for members of a workspace that the caller does not administer.
 */
export const createPasswordReset = command("members.createPasswordReset", {
  permission: "members.manage",
  input: z.object({ userId: z.uuid() }),
  async run(ctx, { userId }) {
    const member = await fetchMember(ctx, userId)
    obey(mayResetPassword(ctx.userId, userId, await belongsElsewhere(ctx, userId)))
    const { token, tokenHash } = newLinkToken()
    const expiresAt = hoursAfter(ctx.now, RESET_HOURS)
    const id = newId()
    const { userId: createdBy, now: createdAt } = ctx
    await ctx.db.insert(passwordResets).values({ id, userId, tokenHash, createdBy, createdAt, expiresAt })
    ctx.record({
      targets: [{ type: "member", id: userId, name: member.name }],
      summary: `Made a link with which ${member.name} can set a new password`,
      after: { resetId: id, expiresAt },
    })
    return { token, expiresAt }
  },
})
