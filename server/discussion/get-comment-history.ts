import { desc, eq } from "drizzle-orm"
import { z } from "zod"
import { commentVersions } from "@/db/schema/discussion"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { fetchComment } from "./internal/find-comment"

/** What a comment said before, latest first; nothing of a withdrawn one. @throws NOT_FOUND */
export const getCommentHistory = query("discussion.getCommentHistory", {
  permission: "backlog.read",
  at: async (ctx, input) => (await fetchComment(ctx, input.id)).subject.scope,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const { comment } = await fetchComment(ctx, id)
    if (comment.withdrawnAt) return { versions: [] }
    const versions = await ctx.db
      .select({
        version: commentVersions.version,
        text: commentVersions.text,
        replacedAt: commentVersions.replacedAt,
      })
      .from(commentVersions)
      .where(own(ctx, commentVersions, eq(commentVersions.commentId, id)))
      .orderBy(desc(commentVersions.version))
      .limit(100)
    return { versions }
  },
})
