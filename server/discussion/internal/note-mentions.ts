import { and, eq, inArray, isNull } from "drizzle-orm"
import { commentMentions, comments } from "@/db/schema/discussion"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { COMMENT_LIMITS } from "../domain/comment"
import { mentionedIn } from "../domain/mention"
import type { SubjectRef } from "../domain/subject"
import { SUBJECTS, type Subject } from "../subjects"
import { whoMaySee } from "./who-may-see"

type Said = { commentId: string; text: string; mentionedIds: readonly string[] }

/** Notes who is asked by name, of those who may see the subject; nobody waits on himself. Returns the new names. */
export async function noteMentions(
  ctx: OpCtx,
  ref: SubjectRef,
  subject: Subject,
  said: Said,
): Promise<string[]> {
  if (!said.text.includes("@")) return []
  const people = await whoMaySee(ctx, SUBJECTS[ref.type].read, subject.scope)
  const ids = mentionedIn(said.text, people, said.mentionedIds)
    .filter((id) => id !== ctx.userId)
    .slice(0, COMMENT_LIMITS.mentions)
  if (ids.length === 0) return []
  const made = await ctx.db
    .insert(commentMentions)
    .values(
      ids.map((userId) => ({
        workspaceId: ctx.workspaceId,
        commentId: said.commentId,
        userId,
        createdAt: ctx.now,
      })),
    )
    .onConflictDoNothing()
    .returning({ userId: commentMentions.userId })
  return made.flatMap(({ userId }) => people.find(({ id }) => id === userId)?.name ?? [])
}

/** Marks the caller's open mentions on a subject as read. Returns how many there were. */
export async function readOwnMentions(ctx: OpCtx, ref: SubjectRef): Promise<number> {
  const here = ctx.db
    .select({ id: comments.id })
    .from(comments)
    .where(own(ctx, comments, eq(comments.subjectType, ref.type), eq(comments.subjectId, ref.id)))
  const read = await ctx.db
    .update(commentMentions)
    .set({ readAt: ctx.now })
    .where(
      own(
        ctx,
        commentMentions,
        and(
          eq(commentMentions.userId, ctx.userId),
          isNull(commentMentions.readAt),
          inArray(commentMentions.commentId, here),
        ),
      ),
    )
    .returning({ commentId: commentMentions.commentId })
  return read.length
}
