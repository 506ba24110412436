import { z } from "zod"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { subjectSchema } from "./domain/deliverable"
import { moveChecklist } from "./internal/move-checklist"
import { expectVersion, fetchChecklist, judgeAgain } from "./internal/open-checklist"
import { fetchSubject, scopeOfSubject, targetOf } from "./internal/subject-facts"
import { fetchPublished } from "./internal/template-rows"

/**
 * Lets a checklist follow the newest version of its Definition of Done. Answers to checks that ask the same are kept.
 * @throws RULE_BROKEN for an item that is done, or when it follows the newest already; CONFLICT, NOT_FOUND.
 */
export const upgradeChecklist = command("dod.upgradeChecklist", {
  permission: "dod.check",
  at: (ctx, input) => scopeOfSubject(ctx, input.subject),
  input: z.object({ subject: subjectSchema, version: z.number().int().min(1) }),
  async run(ctx, { subject: ref, version }) {
    const subject = await fetchSubject(ctx, ref)
    const checklist = await fetchChecklist(ctx, ref)
    expectVersion(checklist, version)
    if (subject.done)
      throw ruleBroken(`${subject.name} is done: it keeps version ${checklist.templateVersion}`)
    const newest = await fetchPublished(ctx, checklist.deliverable)
    if (newest.id === checklist.templateId)
      throw ruleBroken(`It follows the newest version already, version ${newest.version}`)
    const { kept, opened } = await moveChecklist(ctx, checklist, newest)
    ctx.record({
      targets: [targetOf(subject)],
      summary: `Moved ${subject.name} to version ${newest.version} of its Definition of Done; ${kept} answers were kept, ${opened} opened again`,
      before: { templateVersion: checklist.templateVersion },
      after: { templateVersion: newest.version },
    })
    await judgeAgain(ctx, ref)
    return { templateVersion: newest.version, kept, opened }
  },
})
