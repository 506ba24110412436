import { createHash } from "node:crypto"
import { asc, eq, sql } from "drizzle-orm"
import { attachmentChunks } from "@/db/schema/discussion"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { invalidField } from "@/server/kernel/errors"
import { ATTACHMENT_LIMITS } from "../domain/attachment-kinds"
import { promisedKind, requireContent, TextCheck } from "./identify-file"

const CHUNK = 1_000_000

/**
 * Stores a file in pieces of at most 1 MB, one of them in memory at a time, and takes its measure on the way.
 * @throws INVALID at "file" when it is empty, too large, or not what its name promises; the transaction keeps nothing.
 */
export async function keepFile(
  ctx: OpCtx,
  { attachmentId, fileName }: { attachmentId: string; fileName: string },
  content: AsyncIterable<Uint8Array>,
) {
  const kind = promisedKind(fileName)
  const text = kind.by === "text" ? new TextCheck(fileName) : null
  const hash = createHash("sha256")
  let byteSize = 0
  let number = 0
  for await (const piece of pieces(content)) {
    byteSize += piece.length
    if (byteSize > ATTACHMENT_LIMITS.bytes) throw tooLarge(fileName)
    if (number === 0) await requireContent(fileName, piece)
    text?.take(piece, false)
    hash.update(piece)
    // As base64 text: the embedded driver takes half a second to write a megabyte of bytes.
    const bytes = sql`decode(${Buffer.from(piece).toString("base64")}, 'base64')`
    await ctx.db
      .insert(attachmentChunks)
      .values({ workspaceId: ctx.workspaceId, attachmentId, number: number++, content: bytes })
  }
  if (byteSize === 0) throw invalidField("file", `${fileName} is empty. Choose a file with content.`)
  text?.take(new Uint8Array(), true)
  return { mediaType: kind.mediaType, byteSize, sha256: hash.digest("hex") }
}

export const tooLarge = (fileName: string) =>
  invalidField(
    "file",
    `${fileName} is larger than ${ATTACHMENT_LIMITS.bytes / 1024 / 1024} MB. Put it where large files live and add a link to it.`,
  )

/** The source in pieces of exactly CHUNK bytes, the last one shorter. */
async function* pieces(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let size = 0
  for await (const bytes of source) {
    for (let at = 0; at < bytes.length; ) {
      const part = bytes.subarray(at, at + CHUNK - size)
      waiting.push(part)
      size += part.length
      at += part.length
      if (size < CHUNK) continue
      yield Buffer.concat(waiting)
      waiting = []
      size = 0
    }
  }
  if (size > 0) yield Buffer.concat(waiting)
}

/** One piece of a stored file; undefined beyond the last one. */
export async function pieceOf(ctx: OpCtx, attachmentId: string, number: number): Promise<string | undefined> {
  const [row] = await ctx.db
    .select({ content: sql<string>`encode(${attachmentChunks.content}, 'base64')` })
    .from(attachmentChunks)
    .where(
      own(
        ctx,
        attachmentChunks,
        eq(attachmentChunks.attachmentId, attachmentId),
        eq(attachmentChunks.number, number),
      ),
    )
    .orderBy(asc(attachmentChunks.number))
    .limit(1)
  return row?.content
}
