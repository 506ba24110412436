import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { dodTemplates } from "@/db/schema/dod"
import { own } from "@/server/kernel/database"
import { conflict, notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { deliverableSchema } from "./domain/deliverable"
import { selectTemplates, templateTarget } from "./internal/template-rows"

/** Throws a draft away; what it said stays in the audit trail. @throws NOT_FOUND, CONFLICT with the draft as it stands. */
export const discardDraft = command("dod.discardDraft", {
  permission: "dod.configure",
  input: z.object({ deliverable: deliverableSchema, edits: z.number().int().min(1) }),
  async run(ctx, { deliverable, edits }) {
    const isDraft = and(eq(dodTemplates.deliverable, deliverable), eq(dodTemplates.state, "draft"))
    const [draft] = await selectTemplates(ctx, isDraft)
    if (!draft) throw notFound("The draft")
    const gone = await ctx.db
      .delete(dodTemplates)
      .where(own(ctx, dodTemplates, and(eq(dodTemplates.id, draft.id), eq(dodTemplates.edits, edits))))
      .returning({ id: dodTemplates.id })
    if (gone.length === 0) throw conflict("The draft", draft)
    ctx.record({
      targets: [templateTarget(draft)],
      summary: `Threw away the draft of the Definition of Done for ${templateTarget(draft).name}`,
      before: draft.definition,
    })
    return { version: draft.version }
  },
})
