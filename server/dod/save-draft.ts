import { isDeepStrictEqual } from "node:util"
import { and, eq, sql } from "drizzle-orm"
import { z } from "zod"
import { dodTemplates } from "@/db/schema/dod"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { conflict, invalid } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { findCheck } from "./checks"
import { paramProblem } from "./domain/check-kind"
import { deliverableSchema } from "./domain/deliverable"
import { type Template, templateSchema } from "./domain/template"
import { selectTemplates, templateTarget } from "./internal/template-rows"

/** @throws INVALID naming each computed check that is not set up rightly */
function requireKnownChecks({ checks }: Template): void {
  const issues = checks.flatMap((check, index) => {
    const message = check.kind === "computed" ? paramProblem(findCheck(check.check), check) : undefined
    return message ? [{ path: `definition.checks.${index}`, message }] : []
  })
  if (issues.length > 0) throw invalid(issues)
}

/**
 * Saves the draft of a Definition of Done, and begins one when there is none. Nothing follows a draft.
 * @throws CONFLICT with the draft as it stands, INVALID.
 */
export const saveDraft = command("dod.saveDraft", {
  permission: "dod.configure",
  input: z.object({
    deliverable: deliverableSchema,
    /** How often the draft had been saved when it was read; 0 when there was none. */
    edits: z.number().int().min(0),
    definition: templateSchema,
  }),
  async run(ctx, { deliverable, edits, definition }) {
    requireKnownChecks(definition)
    const versions = await selectTemplates(ctx, eq(dodTemplates.deliverable, deliverable))
    const draft = versions.find(({ state }) => state === "draft")
    if ((draft?.edits ?? 0) !== edits) throw conflict("The draft", draft ?? null)
    if (draft && isDeepStrictEqual(draft.definition, definition)) return { version: draft.version, edits }
    const changed = { definition, changedBy: ctx.userId, changedAt: ctx.now }
    const target = draft ?? { id: newId(), deliverable, version: (versions[0]?.version ?? 0) + 1 }
    if (draft) {
      const saved = await ctx.db
        .update(dodTemplates)
        .set({ ...changed, edits: sql`${dodTemplates.edits} + 1` })
        .where(own(ctx, dodTemplates, and(eq(dodTemplates.id, draft.id), eq(dodTemplates.edits, edits))))
        .returning({ id: dodTemplates.id })
      if (saved.length === 0) throw conflict("The draft", draft)
    } else {
      const { id, version } = target
      const began = await ctx.db
        .insert(dodTemplates)
        .values({ workspaceId: ctx.workspaceId, id, deliverable, version, state: "draft", ...changed })
        .onConflictDoNothing()
        .returning({ id: dodTemplates.id })
      if (began.length === 0) throw conflict("The draft", null)
    }
    const { name } = templateTarget(target)
    ctx.record({
      targets: [templateTarget(target)],
      summary: `Saved the draft of the Definition of Done for ${name}`,
      ...(draft && { before: draft.definition }),
      after: definition,
    })
    return { version: target.version, edits: edits + 1 }
  },
})
