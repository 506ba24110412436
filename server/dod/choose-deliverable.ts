import { z } from "zod"
import { dodChecklists } from "@/db/schema/dod"
import { newId } from "@/server/kernel/domain/id"
import { invalidField, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { DELIVERABLE_LABELS, deliverableSchema, subjectSchema } from "./domain/deliverable"
import { findChecklist } from "./internal/checklist-rows"
import { moveChecklist } from "./internal/move-checklist"
import { judgeAgain } from "./internal/open-checklist"
import { fetchSubject, scopeOfSubject, targetOf } from "./internal/subject-facts"
import { fetchPublished } from "./internal/template-rows"

/**
 * Says what an item or a product delivers, and starts its checklist by the version in use. Choosing another deliverable
 * later needs a reason, and keeps answers to checks that ask the same.
 * @throws RULE_BROKEN while none is published, or when the item is done; INVALID without a reason, NOT_FOUND.
 */
export const chooseDeliverable = command("dod.chooseDeliverable", {
  permission: "dod.check",
  at: (ctx, input) => scopeOfSubject(ctx, input.subject),
  input: z.object({
    subject: subjectSchema,
    deliverable: deliverableSchema,
    reason: z.string().trim().max(500, "A reason has at most 500 characters").default(""),
  }),
  async run(ctx, { subject: ref, deliverable, reason }) {
    const subject = await fetchSubject(ctx, ref)
    const template = await fetchPublished(ctx, deliverable)
    const present = await findChecklist(ctx, ref)
    if (present?.deliverable === deliverable) return { id: present.id, started: false }
    const what = DELIVERABLE_LABELS[deliverable].toLowerCase()
    const after = { deliverable, templateVersion: template.version }
    if (present) {
      if (subject.done)
        throw ruleBroken(`${subject.name} is done: it keeps the Definition of Done it was finished with`)
      if (reason === "") throw invalidField("reason", "Say why it delivers something else now")
      const { kept, opened } = await moveChecklist(ctx, present, template)
      ctx.record({
        targets: [targetOf(subject)],
        summary: `Changed what ${subject.name} delivers to ${what}; ${kept} answers were kept, ${opened} opened again`,
        before: { deliverable: present.deliverable, templateVersion: present.templateVersion },
        after,
        reason,
      })
      await judgeAgain(ctx, ref)
      return { id: present.id, started: false }
    }
    const id = newId()
    await ctx.db.insert(dodChecklists).values({
      workspaceId: ctx.workspaceId,
      id,
      itemId: ref.type === "item" ? ref.id : null,
      productId: ref.type === "product" ? ref.id : null,
      templateId: template.id,
      startedBy: ctx.userId,
      startedAt: ctx.now,
    })
    ctx.record({
      targets: [targetOf(subject)],
      summary: `Started the Definition of Done of ${subject.name}: ${what}, version ${template.version}`,
      after,
    })
    await judgeAgain(ctx, ref)
    return { id, started: true }
  },
})
