import { z } from "zod"
import type { OpCtx } from "@/server/kernel/context"
import { conflict, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { reason } from "./domain/assessment-input"
import { assessmentKey } from "./domain/assessment-row"
import { assessmentDetails, selectEditors } from "./internal/assessment-details"
import { fetchAssessment, scopeOfAssessment, targetsOf } from "./internal/assessment-rows"
import { lockAssessment } from "./internal/change-assessment"
import { screeningWriters } from "./internal/change-screening"
import { type FactKind, noteFacts, readDrift } from "./internal/known-facts"
import { fetchScreening, lockScreening, screeningDetails } from "./internal/screening-rows"
import { findSubject, scopeOfSubject, subjectOfRow, targetOf } from "./internal/subject"

const scopeOf = async (ctx: OpCtx, kind: FactKind, id: string) =>
  kind === "assessment"
    ? scopeOfAssessment(ctx, id)
    : scopeOfSubject(ctx, subjectOfRow(await fetchScreening(ctx, id)))

/** The row, locked so that it is judged once; its words, and who wrote in it. */
async function open(ctx: OpCtx, kind: FactKind, id: string) {
  if (kind === "assessment") {
    const row = await lockAssessment(ctx, id)
    const editors = await selectEditors(ctx, id)
    const writers = [row.authorId, ...editors.map(({ person }) => person.id)]
    const current = async () => assessmentDetails(ctx, await fetchAssessment(ctx, { id }))
    return { row, writers, name: assessmentKey(row.number), targets: targetsOf(row), current }
  }
  const row = await lockScreening(ctx, id)
  const subject = await findSubject(ctx, subjectOfRow(row))
  const writers = await screeningWriters(ctx, id)
  const name = `the screening of ${subject.name}`
  return { row, writers, name, targets: [targetOf(subject)], current: () => screeningDetails(ctx, id) }
}

/**
 * The officer's judgement that a version still covers what has changed since it was handed in: it counts from the facts of
 * this moment on. Who wrote in it cannot give it. @throws RULE_BROKEN, CONFLICT where the facts are not those that were
 * seen, NOT_FOUND
 */
export const confirmFacts = command("dpia.confirmFacts", {
  permission: "dpia.advise",
  at: (ctx, { kind, id }) => scopeOf(ctx, kind, id),
  input: z.object({
    kind: z.enum(["screening", "assessment"]),
    id: z.uuid(),
    /** `seen` of the drift that was looked at. */
    seen: z.string().length(64),
    reason,
  }),
  async run(ctx, { kind, id, seen, reason }) {
    const { row, writers, name, targets, current } = await open(ctx, kind, id)
    const read = await readDrift(ctx, kind, id)
    if (!read || read.drift.changes.length === 0) {
      throw ruleBroken(`Nothing that ${name} covers has changed since it was handed in`)
    }
    if (writers.includes(ctx.userId)) {
      throw ruleBroken(`You wrote in ${name}; somebody else judges whether it still covers what changed`)
    }
    const { drift, facts } = read
    if (drift.seen !== seen) throw conflict("What is known of its data", await current())
    const { version } = row
    await noteFacts(ctx, kind === "assessment" ? { assessmentId: id } : { screeningId: id }, {
      version,
      facts,
      reason,
    })
    ctx.record({
      targets,
      summary: `Judged that ${name}, version ${version}, still covers what changed`,
      before: Object.fromEntries(drift.changes.map(({ what, before }) => [what, before])),
      after: Object.fromEntries(drift.changes.map(({ what, after }) => [what, after])),
      reason,
    })
    return { id, version, covered: drift.changes.length }
  },
})
