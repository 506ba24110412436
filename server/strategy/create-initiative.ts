import { initiatives } from "@/db/schema/initiatives"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { createInitiativeSchema } from "./domain/initiative"
import { objectiveOfGoal } from "./internal/check-initiative"
import { objectiveTarget } from "./internal/placed-key-result"

/** Puts an initiative on the roadmap. @throws INVALID at the field, NOT_FOUND for an unknown objective or key result. */
export const createInitiative = command("strategy.createInitiative", {
  permission: "strategy.edit",
  input: createInitiativeSchema,
  async run(ctx, input) {
    await requireMembers(ctx, { sponsorId: input.sponsorId, ownerId: input.ownerId })
    const objective = await objectiveOfGoal(ctx, input)
    const id = newId()
    const fields = { ...input, objectiveId: objective?.id ?? null }
    const times = { createdAt: ctx.now, createdBy: ctx.userId, updatedAt: ctx.now }
    await ctx.db.insert(initiatives).values({ ...fields, ...times, workspaceId: ctx.workspaceId, id })
    ctx.record({
      targets: [
        { type: "initiative", id, name: input.name },
        ...(objective ? [objectiveTarget(objective)] : []),
      ],
      summary: `Put the initiative ${input.name} on the roadmap`,
      after: fields,
    })
    return { id, version: 1 }
  },
})
