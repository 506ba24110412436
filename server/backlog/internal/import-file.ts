import { createHash } from "node:crypto"
import { and, asc, eq, sql } from "drizzle-orm"
import { importChunks } from "@/db/schema/backlog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { invalidField } from "@/server/kernel/errors"
import { FileProblem } from "../domain/import/file-problem"

const CHUNK = 1_000_000

/** Keeps a file in the database while it is read, in pieces of at most 1 MB, and takes its measure. */
export class StoredFile {
  #number = 0
  #waiting: Uint8Array[] = []
  #waitingSize = 0
  #hash = createHash("sha256")
  byteSize = 0

  constructor(
    readonly ctx: OpCtx,
    readonly importId: string,
  ) {}

  /** The bytes of the source, each piece stored before it is passed on. */
  async *store(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const bytes of source) {
      this.byteSize += bytes.length
      this.#hash.update(bytes)
      for (let at = 0; at < bytes.length; at += CHUNK) await this.#keep(bytes.subarray(at, at + CHUNK))
      yield bytes
    }
    await this.#flush()
  }

  sha256(): string {
    return this.#hash.digest("hex")
  }

  async #keep(piece: Uint8Array): Promise<void> {
    if (this.#waitingSize + piece.length > CHUNK) await this.#flush()
    this.#waiting.push(piece)
    this.#waitingSize += piece.length
  }

  async #flush(): Promise<void> {
    if (this.#waitingSize === 0) return
    const { workspaceId } = this.ctx
    // As base64 text: the embedded driver takes half a second to write or read a megabyte of bytes.
    const content = sql`decode(${Buffer.concat(this.#waiting).toString("base64")}, 'base64')`
    const row = { workspaceId, importId: this.importId, number: this.#number++, content }
    this.#waiting = []
    this.#waitingSize = 0
    await this.ctx.db.insert(importChunks).values(row)
  }
}

/** The bytes of an uploaded file, one piece in memory at a time. */
export async function* storedBytes(ctx: OpCtx, importId: string): AsyncGenerator<Uint8Array> {
  const numbers = await ctx.db
    .select({ number: importChunks.number })
    .from(importChunks)
    .where(own(ctx, importChunks, eq(importChunks.importId, importId)))
    .orderBy(asc(importChunks.number))
  for (const { number } of numbers) {
    const [chunk] = await ctx.db
      .select({ content: sql<string>`encode(${importChunks.content}, 'base64')` })
      .from(importChunks)
      .where(
        own(ctx, importChunks, and(eq(importChunks.importId, importId), eq(importChunks.number, number))),
      )
    if (chunk) yield Buffer.from(chunk.content, "base64")
  }
}

/** Runs work that reads a file; what is wrong with the file becomes INVALID at the field "file". */
export async function readingFile<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof FileProblem) throw invalidField("file", error.message)
    throw error
  }
}
