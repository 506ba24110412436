import { eq } from "drizzle-orm"
import { attachments } from "@/db/schema/discussion"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { openSubject } from "../subjects"

/** A file that is still there and what it belongs to, readable for the caller. @throws NOT_FOUND, FORBIDDEN */
export async function fetchAttachment(ctx: OpCtx, id: string) {
  const [attachment] = await ctx.db
    .select()
    .from(attachments)
    .where(own(ctx, attachments, eq(attachments.id, id)))
  if (!attachment || attachment.removedAt) throw notFound("The file")
  const ref = { type: attachment.subjectType, id: attachment.subjectId }
  return { attachment, ref, subject: await openSubject(ctx, ref) }
}
