import { eq } from "drizzle-orm"
import { z } from "zod"
import { imports } from "@/db/schema/backlog"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { detect, importedBefore } from "./internal/import-detection"
import { readingFile, StoredFile } from "./internal/import-file"
import { readingSchema } from "./internal/import-reading"

const isStream = (value: unknown): value is AsyncIterable<Uint8Array> =>
  typeof value === "object" && value !== null && Symbol.asyncIterator in value

/**
 * Takes in a CSV file of at most 50 MB and says what it looks like: encoding, separator, columns, first rows, and the
 * mapping it suggests. Called in process with the stream of bytes; over HTTP as POST /api/v1/imports.
 * @throws INVALID at "file" when it is empty, not text, too large or broken; nothing is kept then.
 */
export const uploadImport = command("backlog.uploadImport", {
  permission: "backlog.import",
  input: z.object({
    fileName: z.string().trim().min(1, "Give the file's name").max(255),
    content: z.custom<AsyncIterable<Uint8Array>>(isStream, "Send the file's bytes"),
    reading: readingSchema.prefault({}),
  }),
  async run(ctx, { fileName, content, reading }) {
    const importId = newId()
    const row = {
      workspaceId: ctx.workspaceId,
      id: importId,
      fileName,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    }
    await ctx.db.insert(imports).values({ ...row, byteSize: 0, sha256: "", status: "uploaded" })
    const file = new StoredFile(ctx, importId)
    const detection = await readingFile(() => detect(ctx, file.store(content), reading))
    const { byteSize } = file
    const sha256 = file.sha256()
    const before = await importedBefore(ctx, sha256)
    await ctx.db
      .update(imports)
      .set({ byteSize, sha256, mapping: { reading, detection } })
      .where(own(ctx, imports, eq(imports.id, importId)))
    ctx.record({
      targets: [{ type: "import", id: importId, name: fileName }],
      summary: `Uploaded ${fileName} with ${detection.rows} rows to import`,
      after: { fileName, byteSize, sha256, rows: detection.rows },
    })
    return { importId, byteSize, sha256, detection, importedBefore: before }
  },
})
