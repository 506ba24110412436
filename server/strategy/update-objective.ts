import { and, eq } from "drizzle-orm"
import { objectives } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { changedFields, inWords } from "@/server/kernel/domain/changed-fields"
import { conflict, invalidField, notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { type ObjectiveFields, periodProblem, updateObjectiveSchema } from "./domain/objective"
import { fetchObjective } from "./internal/objective-rows"
import { objectiveTarget } from "./internal/placed-key-result"
import { requireDomain } from "./internal/require-domain"

const LABELS: Record<keyof ObjectiveFields, string> = {
  title: "title",
  description: "description",
  ownerId: "owner",
  domainId: "domain",
  periodStart: "start",
  periodEnd: "end",
}

async function fetchFields(ctx: OpCtx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(objectives)
    .where(own(ctx, objectives, eq(objectives.id, id)))
  if (!row) throw notFound("The objective")
  const { title, description, ownerId, domainId, periodStart, periodEnd } = row
  return { row, fields: { title, description, ownerId, domainId, periodStart, periodEnd } }
}

/**
 * Changes an objective. @throws CONFLICT with the objective as it stands when somebody else saved first, INVALID at the
 * field, NOT_FOUND.
 */
export const updateObjective = command("strategy.updateObjective", {
  permission: "strategy.edit",
  input: updateObjectiveSchema,
  async run(ctx, { id, version, changes }) {
    const { row, fields } = await fetchFields(ctx, id)
    const stale = async () => conflict("The objective", await fetchObjective(ctx, eq(objectives.id, id)))
    if (row.version !== version) throw await stale()
    const changed = changedFields(fields, changes)
    if (!changed) return { id, version }
    const { names, before, after } = changed
    const next = { ...fields, ...after }
    const problem = periodProblem(next.periodStart, next.periodEnd)
    if (problem) throw invalidField("changes.periodEnd", problem)
    await requireMembers(ctx, { "changes.ownerId": after.ownerId })
    await requireDomain(ctx, after.domainId)
    const saved = await ctx.db
      .update(objectives)
      .set({ ...after, version: version + 1, updatedAt: ctx.now })
      .where(and(own(ctx, objectives, eq(objectives.id, id)), eq(objectives.version, version)))
      .returning({ id: objectives.id })
    if (saved.length === 0) throw await stale()
    const target = objectiveTarget({ ...row, title: next.title })
    const words = inWords(names.map((name) => LABELS[name as keyof ObjectiveFields]))
    ctx.record({ targets: [target], summary: `Changed the ${words} of ${target.name}`, before, after })
    return { id, version: version + 1 }
  },
})
