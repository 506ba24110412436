import { query } from "@/server/kernel/operation"
import { fileSchema, type ImportPreview } from "./domain/import-input"
import { readImport } from "./internal/read-import"
import { scopeOfSubject } from "./internal/subject"

/**
 * Says what a file of the CNIL's exchange format holds and what of it cannot be used, and changes nothing. Called in process
 * with the bytes; over HTTP as POST /api/v1/assessments. @throws INVALID at "content", NOT_FOUND
 */
export const previewImport = query("dpia.previewImport", {
  permission: "dpia.edit",
  at: (ctx, { productId }) => scopeOfSubject(ctx, { productId }),
  input: fileSchema,
  run: async (ctx, { fileName, content }): Promise<ImportPreview> =>
    readImport(ctx, fileName, content).preview,
})
