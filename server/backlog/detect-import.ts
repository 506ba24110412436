import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { importMappingSchema } from "./domain/import/mapping"
import { fetchUploaded } from "./internal/find-import"
import { detect } from "./internal/import-detection"
import { readingFile, storedBytes } from "./internal/import-file"
import { readingSchema } from "./internal/import-reading"

const columnSchema = importMappingSchema.shape.columns.element.pick({ header: true, target: true })

/**
 * Reads an uploaded file again, with another encoding or separator, or with columns as a person chose them: the words
 * of a column chosen as status are guessed then. @throws INVALID at "file", NOT_FOUND, RULE_BROKEN when it was applied.
 */
export const detectImport = query("backlog.detectImport", {
  permission: "backlog.import",
  input: z.object({
    importId: z.uuid(),
    reading: readingSchema.prefault({}),
    columns: z.array(columnSchema).max(500).optional(),
  }),
  async run(ctx, { importId, reading, columns }) {
    await fetchUploaded(ctx, importId)
    return readingFile(() => detect(ctx, storedBytes(ctx, importId), reading, columns))
  },
})
