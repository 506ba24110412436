import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { dodTemplates } from "@/db/schema/dod"
import { own } from "@/server/kernel/database"
import { conflict, notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { deliverableSchema } from "./domain/deliverable"
import { publishProblem } from "./domain/template"
import { selectTemplates, templateTarget } from "./internal/template-rows"

/**
 * Publishes the draft: new checklists follow it, present ones stay with their version until somebody moves them. A
 * published version is never written again. @throws RULE_BROKEN for a draft without a required check, CONFLICT, NOT_FOUND.
 */
export const publishTemplate = command("dod.publishTemplate", {
  permission: "dod.configure",
  input: z.object({ deliverable: deliverableSchema, edits: z.number().int().min(1) }),
  async run(ctx, { deliverable, edits }) {
    const isDraft = and(eq(dodTemplates.deliverable, deliverable), eq(dodTemplates.state, "draft"))
    const [draft] = await selectTemplates(ctx, isDraft)
    if (!draft) throw notFound("The draft")
    const problem = publishProblem(draft.definition)
    if (problem) throw ruleBroken(problem)
    const published = await ctx.db
      .update(dodTemplates)
      .set({ state: "published", publishedBy: ctx.userId, publishedAt: ctx.now })
      .where(own(ctx, dodTemplates, and(eq(dodTemplates.id, draft.id), eq(dodTemplates.edits, edits))))
      .returning({ id: dodTemplates.id })
    if (published.length === 0) throw conflict("The draft", draft)
    ctx.record({
      targets: [templateTarget(draft)],
      summary: `Published the Definition of Done for ${templateTarget(draft).name}, ${draft.definition.checks.length} checks`,
      after: draft.definition,
      ...(draft.definition.note && { reason: draft.definition.note }),
    })
    return { version: draft.version }
  },
})
