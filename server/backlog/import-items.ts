import { z } from "zod"
import { command } from "@/server/kernel/operation"
import { applyImport } from "./internal/apply-import"
import { importInput } from "./internal/import-reading"

type Progress = (done: number, total: number) => void

const progressSchema = z.custom<Progress>((value) => typeof value === "function")

/**
 * Imports an uploaded file with a mapping: all of its rows without an error, or nothing. Rows whose key is known update
 * that item, so a second import of the same file changes nothing. In process, `onProgress` counts the rows done.
 * @throws INVALID at "file" or in the mapping, NOT_FOUND, RULE_BROKEN when the file was applied.
 */
export const importItems = command("backlog.importItems", {
  permission: "backlog.import",
  input: importInput.extend({ onProgress: progressSchema.optional() }),
  async run(ctx, { onProgress, ...input }) {
    const result = await applyImport(ctx, input, onProgress)
    const { fileName, sha256, rows, created, updated, unchanged, errors } = result
    ctx.record({
      targets: [{ type: "import", id: input.importId, name: fileName }],
      summary: `Imported ${fileName}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${errors} with errors`,
      after: { sha256, rows, created, updated, unchanged, errors },
    })
    return result
  },
})
