import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { fetchAttachment } from "./internal/find-attachment"
import { pieceOf } from "./internal/keep-file"

/**
 * One piece of a file as base64, at most 1 MB, with the facts about the file; `next` is the number of the piece that
 * follows, null at the end. @throws NOT_FOUND, also for a removed file.
 */
export const readAttachment = query("discussion.readAttachment", {
  permission: "backlog.read",
  at: "rows",
  input: z.object({ id: z.uuid(), piece: z.number().int().min(0).max(1000).default(0) }),
  async run(ctx, { id, piece }) {
    const { attachment } = await fetchAttachment(ctx, id)
    const { fileName, mediaType, byteSize, sha256 } = attachment
    const content = (await pieceOf(ctx, id, piece)) ?? ""
    const more = (piece + 1) * 1_000_000 < byteSize
    return { fileName, mediaType, byteSize, sha256, content, next: more ? piece + 1 : null }
  },
})
