import { createReadStream, createWriteStream } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { ReadableStream as NodeReadableStream } from "node:stream/web"
import { ATTACHMENT_LIMITS } from "../domain/attachment-kinds"
import { tooLarge } from "./keep-file"

export type Spooled = { content: AsyncIterable<Uint8Array>; remove: () => Promise<void> }

/**
 * Receives a body into a temporary file, because a slow sender must not keep a transaction open. `remove` deletes it;
 * an upload that breaks off deletes it itself. @throws INVALID at "file" as soon as it is too large.
 */
export async function spoolUpload(
  body: ReadableStream<Uint8Array> | null,
  fileName: string,
): Promise<Spooled> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-"))
  const remove = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, "upload")
  async function* limited(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    let size = 0
    for await (const bytes of source) {
      size += bytes.length
      if (size > ATTACHMENT_LIMITS.bytes) throw tooLarge(fileName)
      yield bytes
    }
  }
  try {
    const source = body ? Readable.fromWeb(body as NodeReadableStream) : Readable.from([])
    await pipeline(source, limited, createWriteStream(path, { mode: 0o600 }))
    return { content: createReadStream(path), remove }
  } catch (error) {
    await remove()
    throw error
  }
}
