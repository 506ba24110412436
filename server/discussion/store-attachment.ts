import { eq, isNull, sql } from "drizzle-orm"
import { z } from "zod"
import { attachments } from "@/db/schema/discussion"
import type { OpCtx } from "@/server/kernel/context"
import { own, rowsOf } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { ATTACHMENT_LIMITS } from "./domain/attachment-kinds"
import { safeFileName } from "./domain/file-name"
import { type SubjectRef, subjectSchema } from "./domain/subject"
import { promisedKind } from "./internal/identify-file"
import { keepFile } from "./internal/keep-file"
import { openSubject, targetOf } from "./subjects"

const isStream = (value: unknown): value is AsyncIterable<Uint8Array> =>
  typeof value === "object" && value !== null && Symbol.asyncIterator in value

/**
 * Attaches a file of at most 25 MB whose content is what its name promises. Called in process with the stream of
 * bytes; over HTTP as POST /api/v1/attachments. @throws INVALID at "file", RULE_BROKEN at the limit of the subject,
 * NOT_FOUND; nothing is kept then.
 */
export const storeAttachment = command("discussion.storeAttachment", {
  permission: "backlog.comment",
  at: async (ctx, input) => (await openSubject(ctx, input.subject)).scope,
  input: z.object({
    subject: subjectSchema,
    fileName: z.string().transform(safeFileName).pipe(z.string().min(1, "Give the file's name")),
    content: z.custom<AsyncIterable<Uint8Array>>(isStream, "Send the file's bytes"),
  }),
  async run(ctx, { subject: ref, fileName, content }) {
    const subject = await openSubject(ctx, ref)
    promisedKind(fileName)
    const id = newId()
    const row = {
      workspaceId: ctx.workspaceId,
      id,
      subjectType: ref.type,
      subjectId: ref.id,
      fileName,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    }
    await ctx.db.insert(attachments).values({ ...row, mediaType: "", byteSize: 0, sha256: "" })
    const facts = await keepFile(ctx, { attachmentId: id, fileName }, content)
    await ctx.db
      .update(attachments)
      .set(facts)
      .where(own(ctx, attachments, eq(attachments.id, id)))
    await requireRoom(ctx, ref, subject.name)
    ctx.record({
      targets: [targetOf(ref, subject)],
      summary: `Attached ${fileName} to ${subject.name}`,
      after: { attachmentId: id, fileName, ...facts },
    })
    return { id, fileName, ...facts }
  },
})

/** Counted after the file was written, one upload of a subject after the other: two at once cannot both be the last. */
async function requireRoom(ctx: OpCtx, ref: SubjectRef, name: string): Promise<void> {
  await ctx.db.execute(sql`select pg_advisory_xact_lock(7300011, hashtext(${ref.id}))`)
  const about = own(
    ctx,
    attachments,
    eq(attachments.subjectType, ref.type),
    eq(attachments.subjectId, ref.id),
    isNull(attachments.removedAt),
  )
  const [used] = await rowsOf<{ files: number; bytes: number }>(
    ctx.db,
    sql`select count(*)::int as files, coalesce(sum(byte_size), 0)::int as bytes from ${attachments} where ${about}`,
  )
  const { files, totalBytes } = ATTACHMENT_LIMITS
  if ((used?.files ?? 0) > files) throw ruleBroken(`${name} has ${files} files already; remove one first`)
  if ((used?.bytes ?? 0) > totalBytes)
    throw ruleBroken(
      `The files of ${name} would be larger than ${totalBytes / 1024 / 1024} MB; remove one first`,
    )
}
