import { createReadStream, createWriteStream } from "node:fs"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import type { ReadableStream as NodeReadableStream } from "node:stream/web"
import { invalidField } from "@/server/kernel/errors"
import { IMPORT_LIMITS } from "../domain/import/limits"

export type SpooledBody = { content: AsyncIterable<Uint8Array>; remove: () => Promise<void> }

/**
 * Receives a body into a temporary file, because a slow sender must not keep a transaction open. `remove` deletes it.
 * @throws INVALID at "file" as soon as it is larger than an import may be.
 */
export async function spoolBody(body: ReadableStream<Uint8Array> | null): Promise<SpooledBody> {
  const folder = await mkdtemp(join(tmpdir(), "plumbline-"))
  const remove = () => rm(folder, { recursive: true, force: true })
  const path = join(folder, "upload")
  try {
    const source = body ? Readable.fromWeb(body as NodeReadableStream) : Readable.from([])
    await pipeline(source, limited, createWriteStream(path, { mode: 0o600 }))
    return { content: readLater(path), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

async function* limited(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const bytes of source) {
    size += bytes.length
    if (size > IMPORT_LIMITS.bytes) {
      throw invalidField(
        "file",
        `The file is larger than ${IMPORT_LIMITS.bytes / 1024 / 1024} MB. Split it and import the parts.`,
      )
    }
    yield bytes
  }
}

/** Opens the file when somebody reads it. */
async function* readLater(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path)
}
