import { max } from "drizzle-orm"
import { objectiveDecisions, objectives } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { createObjectiveSchema, objectiveKey } from "./domain/objective"
import { insertKeyResults } from "./internal/insert-key-results"
import { objectiveTarget } from "./internal/placed-key-result"
import { requireDomain } from "./internal/require-domain"

type Row = Omit<typeof objectives.$inferInsert, "number">

/** Two people may create at the same moment: the one who comes second looks again. */
async function insertNumbered(ctx: OpCtx, row: Row): Promise<number> {
  for (let attempt = 0; attempt < 8; attempt++) {
    const [last] = await ctx.db
      .select({ number: max(objectives.number) })
      .from(objectives)
      .where(own(ctx, objectives))
    const number = (last?.number ?? 0) + 1
    const created = await ctx.db
      .insert(objectives)
      .values({ ...row, number })
      .onConflictDoNothing()
      .returning({ id: objectives.id })
    if (created.length > 0) return number
  }
  throw ruleBroken("Too many people create objectives right now; try again")
}

/**
 * Creates an objective, with key results if any are given. @throws INVALID at the field (`keyResults.0.target.value`),
 * NOT_FOUND for an unknown domain.
 */
export const createObjective = command("strategy.createObjective", {
  permission: "strategy.edit",
  input: createObjectiveSchema,
  async run(ctx, { keyResults, ...fields }) {
    await requireMembers(ctx, { ownerId: fields.ownerId })
    await requireDomain(ctx, fields.domainId)
    const id = newId()
    const mine = { workspaceId: ctx.workspaceId, id }
    const times = { createdAt: ctx.now, createdBy: ctx.userId, updatedAt: ctx.now }
    const number = await insertNumbered(ctx, { ...fields, ...mine, ...times })
    await ctx.db.insert(objectiveDecisions).values({
      workspaceId: ctx.workspaceId,
      id: newId(),
      objectiveId: id,
      fromState: null,
      toState: fields.state,
      reason: "",
      decidedBy: ctx.userId,
      decidedAt: ctx.now,
    })
    const objective = { id, number, title: fields.title }
    ctx.record({
      targets: [objectiveTarget(objective)],
      summary: `Created the objective ${objectiveTarget(objective).name}`,
      after: fields,
    })
    const added = await insertKeyResults(ctx, objective, keyResults, (index) => `keyResults.${index}.`)
    return { id, key: objectiveKey(number), keyResultIds: added.map((row) => row.id) }
  },
})
