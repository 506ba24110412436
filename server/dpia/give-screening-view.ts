import { z } from "zod"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { changeScreening } from "./internal/change-screening"
import { fetchScreening } from "./internal/screening-rows"
import { findSubject, scopeOfSubject, subjectOfRow, targetOf } from "./internal/subject"

/**
 * The data protection officer's view on the verdict and on what is to be done about it. It is advice, so whoever gives it
 * may still approve. @throws RULE_BROKEN before all questions are answered, CONFLICT, NOT_FOUND.
 */
export const giveScreeningView = command("dpia.giveScreeningView", {
  permission: "dpia.advise",
  at: async (ctx, { id }) => scopeOfSubject(ctx, subjectOfRow(await fetchScreening(ctx, id))),
  input: z.object({
    id: z.uuid(),
    lock: z.number().int().min(1),
    view: z.string().trim().min(1, "Give your view").max(4000, "The view has at most 4,000 characters"),
  }),
  async run(ctx, { id, lock, view }) {
    const row = await fetchScreening(ctx, id)
    if (row.verdict === null) throw ruleBroken("All questions are answered before a view is given")
    if (row.submittedAt !== null) throw ruleBroken("It was handed in already; decide on it in Approvals")
    if (row.lock === lock && row.dpoView === view && row.dpoViewBy === ctx.userId)
      return { id, version: row.version, lock }
    const seen = { dpoView: view, dpoViewBy: ctx.userId, dpoViewAt: ctx.now }
    const saved = await changeScreening(ctx, row, lock, seen)
    const subject = await findSubject(ctx, subjectOfRow(row))
    ctx.record({
      targets: [targetOf(subject)],
      summary: `Gave a view on the screening of ${subject.name}`,
      after: { view },
    })
    return { id, ...saved }
  },
})
