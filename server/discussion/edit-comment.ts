import { eq, sql } from "drizzle-orm"
import { z } from "zod"
import { comments, commentVersions } from "@/db/schema/discussion"
import { own } from "@/server/kernel/database"
import { conflict, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { COMMENT_LIMITS, commentTextSchema, mayEditComment } from "./domain/comment"
import { fetchComment } from "./internal/find-comment"
import { noteMentions } from "./internal/note-mentions"
import { targetOf } from "./subjects"

/**
 * Changes an own comment; what it said before is kept and can be read. `version` is the one the author saw.
 * @throws RULE_BROKEN for somebody else's or a withdrawn one, CONFLICT, NOT_FOUND.
 */
export const editComment = command("discussion.editComment", {
  permission: "backlog.comment",
  at: async (ctx, input) => (await fetchComment(ctx, input.id)).subject.scope,
  input: z.object({
    id: z.uuid(),
    version: z.number().int().min(1),
    text: commentTextSchema,
    mentionedIds: z.array(z.uuid()).max(COMMENT_LIMITS.mentions).default([]),
  }),
  async run(ctx, { id, version, text, mentionedIds }) {
    const { comment, ref, subject } = await fetchComment(ctx, id)
    const verdict = mayEditComment(comment, ctx.userId)
    if (!verdict.ok) throw ruleBroken(verdict.reason)
    const current = { id, text: comment.text, version: comment.version }
    if (comment.version !== version) throw conflict("The comment", current)
    if (comment.text === text) return { id, version }
    const [saved] = await ctx.db
      .update(comments)
      .set({ text, editedAt: ctx.now, version: sql`${comments.version} + 1` })
      .where(own(ctx, comments, eq(comments.id, id), eq(comments.version, version)))
      .returning({ version: comments.version })
    if (!saved) throw conflict("The comment", current)
    await ctx.db.insert(commentVersions).values({
      workspaceId: ctx.workspaceId,
      commentId: id,
      version,
      text: comment.text,
      replacedAt: ctx.now,
    })
    const mentioned = await noteMentions(ctx, ref, subject, { commentId: id, text, mentionedIds })
    ctx.record({
      targets: [targetOf(ref, subject)],
      summary: `Edited a comment on ${subject.name}`,
      after: { commentId: id, version: saved.version, characters: text.length, mentioned },
    })
    return { id, version: saved.version }
  },
})
