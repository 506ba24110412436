import { eq, isNull, sql } from "drizzle-orm"
import { z } from "zod"
import { commentMentions, comments } from "@/db/schema/discussion"
import { own } from "@/server/kernel/database"
import { holds } from "@/server/kernel/domain/grants"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { mayWithdrawComment } from "./domain/comment"
import { fetchComment } from "./internal/find-comment"
import { targetOf } from "./subjects"

/**
 * Takes a comment back: its place stays with who took it back and when, its words are shown to nobody any more, and
 * nobody waits for an answer to it. @throws RULE_BROKEN for somebody else's (administrators may), NOT_FOUND.
 */
export const withdrawComment = command("discussion.withdrawComment", {
  permission: "backlog.comment",
  at: async (ctx, input) => (await fetchComment(ctx, input.id)).subject.scope,
  input: z.object({ id: z.uuid(), reason: z.string().trim().max(500).default("") }),
  async run(ctx, { id, reason }) {
    const { comment, ref, subject } = await fetchComment(ctx, id)
    const verdict = mayWithdrawComment(comment, ctx.userId, holds(ctx.caller.grants, "settings.manage"))
    if (!verdict.ok) throw ruleBroken(verdict.reason)
    await ctx.db
      .update(comments)
      .set({ withdrawnAt: ctx.now, withdrawnBy: ctx.userId, version: sql`${comments.version} + 1` })
      .where(own(ctx, comments, eq(comments.id, id)))
    await ctx.db
      .update(commentMentions)
      .set({ readAt: ctx.now })
      .where(own(ctx, commentMentions, eq(commentMentions.commentId, id), isNull(commentMentions.readAt)))
    ctx.record({
      targets: [targetOf(ref, subject)],
      summary: `Withdrew a comment on ${subject.name}`,
      after: { commentId: id },
      ...(reason && { reason }),
    })
    return { id, withdrawnAt: ctx.now }
  },
})
