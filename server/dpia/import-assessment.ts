import { eq } from "drizzle-orm"
import { z } from "zod"
import { assessments } from "@/db/schema/dpia"
import { own } from "@/server/kernel/database"
import { invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { assessmentKey } from "./domain/assessment-row"
import { progressOf } from "./domain/completeness"
import { fileSchema } from "./domain/import-input"
import { heaviest, riskRows } from "./domain/risk-rows"
import { insertAssessment } from "./internal/insert-assessment"
import { insertContent } from "./internal/insert-content"
import { readImport } from "./internal/read-import"
import { findSubject, scopeOfSubject, targetOf } from "./internal/subject"

/**
 * Brings in an assessment from a file of the CNIL's exchange format as a new one. Entries that cannot be used are kept and
 * written back by an export; that there are some has to be accepted. Names and validations in it are history: nobody here
 * wrote or signed it. @throws INVALID at "content", or at "acceptErrors" with how many entries cannot be used; NOT_FOUND.
 */
export const importAssessment = command("dpia.importAssessment", {
  permission: "dpia.edit",
  at: (ctx, { productId }) => scopeOfSubject(ctx, { productId }),
  input: fileSchema.extend({ acceptErrors: z.boolean().default(false) }),
  async run(ctx, { productId, fileName, content: bytes, acceptErrors }) {
    const product = await findSubject(ctx, { productId })
    const { content, preview } = readImport(ctx, fileName, bytes)
    if (preview.errors > 0 && !acceptErrors) {
      const entries = preview.errors === 1 ? "1 entry" : `${preview.errors} entries`
      throw invalidField("acceptErrors", `${entries} cannot be used here. Look at the list, then accept it`)
    }
    const { name, category, authorName, evaluatorName, validatorName, advice, people, kept } = content
    const { id, number } = await insertAssessment(ctx, {
      name,
      category,
      authorName,
      evaluatorName,
      validatorName,
      productId,
      kept,
      authorId: ctx.userId,
      dpoNames: advice.names,
      dpoOpinion: advice.opinion,
      dpoStatus: advice.status,
      peopleSought: people.sought,
      peopleNames: people.names,
      peopleOpinion: people.opinion,
      peopleStatus: people.status,
      peopleReason: people.reason,
      rejectionReason: content.rejectionReason,
      adjustments: content.adjustments,
      importedFrom: fileName,
      importedAt: ctx.now,
    })
    await insertContent(ctx, id, content)
    await ctx.db
      .update(assessments)
      .set({ progress: progressOf(content), riskWeight: heaviest(riskRows(content, [])) })
      .where(own(ctx, assessments, eq(assessments.id, id)))
    const key = assessmentKey(number)
    ctx.record({
      targets: [{ type: "assessment", id, name: key }, targetOf(product)],
      summary: `Imported the impact assessment ${key} ${name} from ${fileName}`,
      after: { fileName, byteSize: bytes.length, counts: preview.counts, errors: preview.errors },
    })
    return { id, key, preview }
  },
})
