import { eq } from "drizzle-orm"
import { comments } from "@/db/schema/discussion"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { openSubject } from "../subjects"

/** A comment and what it is about, readable for the caller. @throws NOT_FOUND, FORBIDDEN */
export async function fetchComment(ctx: OpCtx, id: string) {
  const [comment] = await ctx.db
    .select()
    .from(comments)
    .where(own(ctx, comments, eq(comments.id, id)))
  if (!comment) throw notFound("The comment")
  const ref = { type: comment.subjectType, id: comment.subjectId }
  const subject = await openSubject(ctx, ref)
  return { comment: { ...comment, createdById: comment.createdBy }, ref, subject }
}
