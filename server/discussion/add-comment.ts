import { z } from "zod"
import { comments } from "@/db/schema/discussion"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { COMMENT_LIMITS, commentTextSchema } from "./domain/comment"
import { subjectSchema } from "./domain/subject"
import { noteMentions, readOwnMentions } from "./internal/note-mentions"
import { openSubject, targetOf } from "./subjects"

/**
 * Says something about an item or a product, in Markdown. Who is named with @ and may see the subject finds it among
 * what waits on them; `mentionedIds` tells people of the same name apart. Whoever answers has read what he was asked.
 * @throws NOT_FOUND, FORBIDDEN, INVALID. The audit trail notes that it was said, not the words.
 */
export const addComment = command("discussion.addComment", {
  permission: "backlog.comment",
  at: async (ctx, input) => (await openSubject(ctx, input.subject)).scope,
  input: z.object({
    subject: subjectSchema,
    text: commentTextSchema,
    mentionedIds: z.array(z.uuid()).max(COMMENT_LIMITS.mentions).default([]),
  }),
  async run(ctx, { subject: ref, text, mentionedIds }) {
    const subject = await openSubject(ctx, ref)
    const id = newId()
    await ctx.db.insert(comments).values({
      workspaceId: ctx.workspaceId,
      id,
      subjectType: ref.type,
      subjectId: ref.id,
      text,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    })
    const answered = await readOwnMentions(ctx, ref)
    const mentioned = await noteMentions(ctx, ref, subject, { commentId: id, text, mentionedIds })
    ctx.record({
      targets: [targetOf(ref, subject)],
      summary: `Commented on ${subject.name}`,
      after: { commentId: id, characters: text.length, mentioned, answered },
    })
    return { id, version: 1, mentioned }
  },
})
