import { isDeepStrictEqual } from "node:util"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { giveAdviceSchema } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { selectEditors } from "./internal/assessment-details"
import { scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { finishEdit } from "./internal/change-assessment"
import { openSeen } from "./internal/open-seen"

/**
 * The data protection officer's advice. Who wrote in the assessment cannot give it; who gives it may still approve. An
 * earlier advice, and its overruling, are replaced. @throws RULE_BROKEN, CONFLICT with the assessment, NOT_FOUND.
 */
export const giveAdvice = command("dpia.giveAdvice", {
  permission: "dpia.advise",
  at: (ctx, { id }) => scopeOfAssessment(ctx, id),
  input: giveAdviceSchema,
  async run(ctx, { id, lock, names, opinion, status }) {
    const row = await openSeen(ctx, { id, lock })
    const editors = await selectEditors(ctx, id)
    if (row.authorId === ctx.userId || editors.some(({ person }) => person.id === ctx.userId)) {
      throw ruleBroken("You wrote in this assessment; somebody else has to advise on it")
    }
    const advice = { dpoNames: names, dpoOpinion: opinion, dpoStatus: status }
    const same = row.adviceVersion === row.version && row.adviceBy === ctx.userId && !row.adviceAskedAt
    if (same && isDeepStrictEqual({ ...row, ...advice }, row)) return { id, version: row.version, lock }
    const given = { adviceBy: ctx.userId, adviceAt: ctx.now, adviceAskedAt: null, adviceAskedBy: null }
    const none = { overruleReason: "", overruledBy: null, overruledAt: null }
    const version = row.submittedVersion === row.version ? row.version + 1 : row.version
    const saved = await finishEdit(ctx, row, { ...advice, ...given, ...none, adviceVersion: version }, false)
    ctx.record({
      targets: targetsOf(row),
      summary: `Advised ${status === 1 ? "in favour of" : "against"} ${assessmentKey(row.number)}`,
      before: { opinion: row.dpoOpinion, status: row.dpoStatus },
      after: { names, opinion, status },
    })
    return { id, ...saved }
  },
})
