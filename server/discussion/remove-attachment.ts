import { eq } from "drizzle-orm"
import { z } from "zod"
import { attachmentChunks, attachments } from "@/db/schema/discussion"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { fetchAttachment } from "./internal/find-attachment"
import { targetOf } from "./subjects"

/**
 * Removes a file for good: its author, or whoever may change items. Its name, size and SHA-256 stay on record.
 * @throws NOT_FOUND, FORBIDDEN
 */
export const removeAttachment = command("discussion.removeAttachment", {
  permission: "backlog.comment",
  at: async (ctx, input) => (await fetchAttachment(ctx, input.id)).subject.scope,
  input: z.object({ id: z.uuid(), reason: z.string().trim().max(500).default("") }),
  async run(ctx, { id, reason }) {
    const { attachment, ref, subject } = await fetchAttachment(ctx, id)
    if (attachment.createdBy !== ctx.userId) ctx.require("backlog.edit", subject.scope)
    await ctx.db
      .delete(attachmentChunks)
      .where(own(ctx, attachmentChunks, eq(attachmentChunks.attachmentId, id)))
    await ctx.db
      .update(attachments)
      .set({ removedAt: ctx.now, removedBy: ctx.userId })
      .where(own(ctx, attachments, eq(attachments.id, id)))
    const { fileName, byteSize, sha256 } = attachment
    ctx.record({
      targets: [targetOf(ref, subject)],
      summary: `Removed the file ${fileName} from ${subject.name}`,
      before: { attachmentId: id, fileName, byteSize, sha256 },
      ...(reason && { reason }),
    })
    return { id }
  },
})
