import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { objectiveDecisions, objectives } from "@/db/schema/objectives"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { conflict, notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { OBJECTIVE_STATE_LABELS, OBJECTIVE_STATES, reasonSchema } from "./domain/objective"
import { fetchObjective } from "./internal/objective-rows"
import { objectiveTarget } from "./internal/placed-key-result"

/** Moves an objective between draft, active and closed; who, when and why is kept. @throws CONFLICT, RULE_BROKEN, NOT_FOUND */
export const changeObjectiveState = command("strategy.changeObjectiveState", {
  permission: "strategy.edit",
  input: z.object({
    id: z.uuid(),
    version: z.number().int().min(1),
    state: z.enum(OBJECTIVE_STATES),
    reason: reasonSchema,
  }),
  async run(ctx, { id, version, state, reason }) {
    const [row] = await ctx.db
      .select()
      .from(objectives)
      .where(own(ctx, objectives, eq(objectives.id, id)))
    if (!row) throw notFound("The objective")
    const stale = async () => conflict("The objective", await fetchObjective(ctx, eq(objectives.id, id)))
    if (row.version !== version) throw await stale()
    const label = OBJECTIVE_STATE_LABELS[state].toLowerCase()
    if (row.state === state) throw ruleBroken(`The objective is ${label} already`)
    const saved = await ctx.db
      .update(objectives)
      .set({ state, version: version + 1, updatedAt: ctx.now })
      .where(and(own(ctx, objectives, eq(objectives.id, id)), eq(objectives.version, version)))
      .returning({ id: objectives.id })
    if (saved.length === 0) throw await stale()
    await ctx.db.insert(objectiveDecisions).values({
      workspaceId: ctx.workspaceId,
      id: newId(),
      objectiveId: id,
      fromState: row.state,
      toState: state,
      reason,
      decidedBy: ctx.userId,
      decidedAt: ctx.now,
    })
    const target = objectiveTarget(row)
    const from = OBJECTIVE_STATE_LABELS[row.state].toLowerCase()
    ctx.record({
      targets: [target],
      summary: `Moved ${target.name} from ${from} to ${label}`,
      before: { state: row.state },
      after: { state },
      reason,
    })
    return { id, version: version + 1 }
  },
})
