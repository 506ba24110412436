import { and, asc, count, eq, inArray } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { z } from "zod"
import { commentMentions, comments } from "@/db/schema/discussion"
import { users } from "@/db/schema/members"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { subjectSchema } from "./domain/subject"
import { openSubject } from "./subjects"

const MOST = 500
const withdrawers = alias(users, "withdrawers")

/**
 * What was said about a subject, oldest first, at most the last 500. A withdrawn comment comes without its words;
 * `mentions` are the people it asks, `waitsOnMe` is true until the reader has read or answered it.
 */
export const listComments = query("discussion.listComments", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({ subject: subjectSchema }),
  async run(ctx, { subject: ref }) {
    await openSubject(ctx, ref)
    const about = own(ctx, comments, eq(comments.subjectType, ref.type), eq(comments.subjectId, ref.id))
    const [rows, [counted]] = await Promise.all([
      ctx.db
        .select({
          id: comments.id,
          text: comments.text,
          version: comments.version,
          createdById: comments.createdBy,
          createdByName: users.name,
          createdAt: comments.createdAt,
          editedAt: comments.editedAt,
          withdrawnAt: comments.withdrawnAt,
          withdrawnByName: withdrawers.name,
        })
        .from(comments)
        .innerJoin(users, eq(users.id, comments.createdBy))
        .leftJoin(withdrawers, eq(withdrawers.id, comments.withdrawnBy))
        .where(about)
        .orderBy(asc(comments.createdAt), asc(comments.id))
        .limit(MOST),
      ctx.db.select({ total: count() }).from(comments).where(about),
    ])
    const asked = rows.length
      ? await ctx.db
          .select({
            commentId: commentMentions.commentId,
            id: commentMentions.userId,
            name: users.name,
            readAt: commentMentions.readAt,
          })
          .from(commentMentions)
          .innerJoin(users, eq(users.id, commentMentions.userId))
          .where(
            own(
              ctx,
              commentMentions,
              and(
                inArray(
                  commentMentions.commentId,
                  rows.map(({ id }) => id),
                ),
              ),
            ),
          )
      : []
    const byComment = Map.groupBy(asked, ({ commentId }) => commentId)
    return {
      total: counted?.total ?? 0,
      comments: rows.map((row) => {
        const mentions = row.withdrawnAt ? [] : (byComment.get(row.id) ?? [])
        return {
          ...row,
          text: row.withdrawnAt ? "" : row.text,
          mentions: mentions.map(({ id, name }) => ({ id, name })),
          waitsOnMe: mentions.some(({ id, readAt }) => id === ctx.userId && readAt === null),
        }
      }),
    }
  },
})
