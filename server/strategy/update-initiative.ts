import { and, eq } from "drizzle-orm"
import { initiatives } from "@/db/schema/initiatives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { changedFields, inWords } from "@/server/kernel/domain/changed-fields"
import { conflict, invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { type InitiativeFields, quartersProblem, updateInitiativeSchema } from "./domain/initiative"
import { quarterWords } from "./domain/quarter"
import { objectiveOfGoal } from "./internal/check-initiative"
import { fetchInitiative, selectInitiatives } from "./internal/initiative-rows"

const LABELS: Record<keyof InitiativeFields, string> = {
  name: "name",
  description: "description",
  sponsorId: "sponsor",
  ownerId: "owner",
  objectiveId: "objective",
  keyResultId: "key result",
  startQuarter: "start",
  endQuarter: "end",
}

type Changes = Partial<InitiativeFields>

/** A key result names its objective; without an objective there is no key result either. */
async function withGoal(ctx: OpCtx, fields: InitiativeFields, changes: Changes): Promise<Changes> {
  if (changes.objectiveId === undefined && changes.keyResultId === undefined) return changes
  const keyResultId =
    changes.keyResultId !== undefined
      ? changes.keyResultId
      : changes.objectiveId === fields.objectiveId
        ? fields.keyResultId
        : null
  const objectiveId =
    changes.objectiveId !== undefined ? changes.objectiveId : keyResultId ? null : fields.objectiveId
  const objective = await objectiveOfGoal(ctx, { objectiveId, keyResultId })
  return { ...changes, keyResultId, objectiveId: objective?.id ?? null }
}

function sentence(name: string, names: readonly string[], next: InitiativeFields): string {
  if (names.every((field) => field === "startQuarter" || field === "endQuarter")) {
    const [start, end] = [quarterWords(next.startQuarter), quarterWords(next.endQuarter)]
    return `Moved ${name} to ${start === end ? start : `${start} to ${end}`}`
  }
  return `Changed the ${inWords(names.map((field) => LABELS[field as keyof InitiativeFields]))} of ${name}`
}

/**
 * Changes an initiative, also its place on the roadmap. @throws CONFLICT with the initiative as it stands when somebody
 * else saved first, INVALID at the field, NOT_FOUND.
 */
export const updateInitiative = command("strategy.updateInitiative", {
  permission: "strategy.edit",
  input: updateInitiativeSchema,
  async run(ctx, { id, version, changes: asked }) {
    const row = await fetchInitiative(ctx, id)
    const stale = async () =>
      conflict("The initiative", (await selectInitiatives(ctx, { ids: [id] }))[0] ?? null)
    if (row.version !== version) throw await stale()
    const { name, description, sponsorId, ownerId, objectiveId, keyResultId, startQuarter, endQuarter } = row
    const fields = {
      name,
      description,
      sponsorId,
      ownerId,
      objectiveId,
      keyResultId,
      startQuarter,
      endQuarter,
    }
    const changed = changedFields(fields, await withGoal(ctx, fields, asked))
    if (!changed) return { id, version }
    const { names, before, after } = changed
    const next = { ...fields, ...after }
    const problem = quartersProblem(next.startQuarter, next.endQuarter)
    if (problem) throw invalidField("changes.endQuarter", problem)
    await requireMembers(ctx, { "changes.sponsorId": after.sponsorId, "changes.ownerId": after.ownerId })
    const saved = await ctx.db
      .update(initiatives)
      .set({ ...after, version: version + 1, updatedAt: ctx.now })
      .where(and(own(ctx, initiatives, eq(initiatives.id, id)), eq(initiatives.version, version)))
      .returning({ id: initiatives.id })
    if (saved.length === 0) throw await stale()
    ctx.record({
      targets: [{ type: "initiative", id, name: next.name }],
      summary: sentence(next.name, names, next),
      before,
      after,
    })
    return { id, version: version + 1 }
  },
})
