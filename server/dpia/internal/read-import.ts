import type { OpCtx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import { invalidField } from "@/server/kernel/errors"
import type { AssessmentContent } from "../domain/content"
import { readExchange } from "../domain/exchange/read-exchange"
import { readFile } from "../domain/exchange/read-file"
import type { ImportPreview } from "../domain/import-input"

/** Most problems that are listed one by one. */
const LISTED = 200

/** Reads a file of the exchange format. @throws INVALID at "content" in words that say what to do */
export function readImport(
  ctx: OpCtx,
  fileName: string,
  bytes: Uint8Array,
): { content: AssessmentContent; preview: ImportPreview } {
  const file = readFile(bytes)
  if (!file.ok) throw invalidField("content", file.message)
  const read = readExchange(file.document, newId, ctx.now)
  if (!read) throw invalidField("content", "This JSON is no impact assessment: it has no object “pia”")
  const { content, problems } = read
  const name = content.name.trim().slice(0, 300) || fileName.replace(/\.json$/i, "")
  const count = (list: readonly unknown[]) => list.length
  return {
    content: { ...content, name },
    preview: {
      name,
      counts: {
        answers: count(content.answers),
        measures: count(content.measures),
        evaluations: count(content.evaluations),
        comments: count(content.comments),
      },
      problems: problems.slice(0, LISTED),
      errors: problems.filter(({ level }) => level === "error").length,
      notes: file.notes,
    },
  }
}
