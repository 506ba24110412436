import { z } from "zod"
import { approvalsOf } from "@/server/approvals/approvals-of"
import { query } from "@/server/kernel/operation"
import { slugOf } from "@/server/products/domain/product"
import { type AssessmentState, assessmentKey, assessmentState } from "./domain/assessment-row"
import { writeExchange } from "./domain/exchange/write-exchange"
import { fetchAssessment, scopeOfAssessment } from "./internal/assessment-rows"
import { contentOf, loadRows } from "./internal/load-content"

const STATUS: Partial<Record<AssessmentState, number>> = { refused: 1, approved: 3, archived: 4 }

/**
 * The assessment as a file of the CNIL's exchange format, as JSON text. Risks of one's own, levels before measures, the
 * action plan's items and the consultation have no place in it. @throws NOT_FOUND
 */
export const exportAssessment = query("dpia.exportAssessment", {
  permission: "dpia.read",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const row = await fetchAssessment(ctx, { id })
    const [rows, approvals] = await Promise.all([loadRows(ctx, id), approvalsOf(ctx, "dpia", [id])])
    const state = assessmentState({ ...row, approval: approvals.get(id) ?? null })
    const { number, progress, createdAt, updatedAt, lock } = row
    const document = writeExchange(contentOf(row, rows), {
      number,
      progress,
      createdAt,
      updatedAt,
      lock,
      status: STATUS[state] ?? 0,
      untouched: row.importedAt !== null && lock === 1,
    })
    return {
      fileName: `${assessmentKey(number)}-${slugOf(row.name)}.json`,
      json: JSON.stringify(document, null, 2),
    }
  },
})
