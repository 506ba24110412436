import { isDeepStrictEqual } from "node:util"
import { command } from "@/server/kernel/operation"
import { type ScreeningAnswers, screeningVerdict } from "./domain/screening"
import { answerScreeningSchema, type ScreeningChanges } from "./domain/screening-input"
import { changeScreening, noteScreeningEditor } from "./internal/change-screening"
import { fetchScreening, type ScreeningRow } from "./internal/screening-rows"
import { findSubject, scopeOfSubject, subjectOfRow, targetOf } from "./internal/subject"

function answersAfter(row: ScreeningRow, changes: ScreeningChanges): ScreeningAnswers {
  const entries = Object.entries({ ...row.answers, ...changes.answers })
  return Object.fromEntries(entries.filter(([, answer]) => answer !== null)) as ScreeningAnswers
}

/**
 * Saves answers, remarks and the decision of a screening. What was handed in begins a new version, whose approval is
 * asked anew. An answer that changes takes back the officer's view on the earlier ones, another verdict the decision.
 * @throws CONFLICT with the screening as it stands, NOT_FOUND.
 */
export const answerScreening = command("dpia.answerScreening", {
  permission: "dpia.edit",
  at: async (ctx, { id }) => scopeOfSubject(ctx, subjectOfRow(await fetchScreening(ctx, id))),
  input: answerScreeningSchema,
  async run(ctx, { id, lock, changes }) {
    const row = await fetchScreening(ctx, id)
    const answers = answersAfter(row, changes)
    const verdict = screeningVerdict(answers) ?? null
    const { answers: _, notes, ...fields } = changes
    const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
    const moved = !isDeepStrictEqual(answers, row.answers)
    const written = { ...given, answers, notes: { ...row.notes, ...notes }, verdict }
    if (row.lock === lock && isDeepStrictEqual({ ...row, ...written }, row)) {
      return { id, version: row.version, lock, verdict }
    }
    const saved = await changeScreening(ctx, row, lock, {
      ...(verdict !== row.verdict && { decision: null }),
      ...written,
      ...(moved && { dpoView: "", dpoViewBy: null, dpoViewAt: null }),
    })
    await noteScreeningEditor(ctx, id, saved.version)
    const subject = await findSubject(ctx, subjectOfRow(row))
    ctx.record({
      targets: [targetOf(subject)],
      summary: `Answered the screening of ${subject.name}`,
      before: { answers: row.answers, decision: row.decision, reason: row.reason },
      after: { answers, verdict, ...given },
    })
    return { id, ...saved, verdict }
  },
})
