import { count, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { keyResults, objectives } from "@/db/schema/objectives"
import { own } from "@/server/kernel/database"
import { notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { keyResultSchema } from "./domain/key-result"
import { KEY_RESULTS_MAX } from "./domain/objective"
import { insertKeyResults } from "./internal/insert-key-results"

/** Adds a key result to an objective that is not closed. @throws NOT_FOUND, RULE_BROKEN, INVALID at `keyResult.…`. */
export const addKeyResult = command("strategy.addKeyResult", {
  permission: "strategy.edit",
  input: z.object({ objectiveId: z.uuid(), keyResult: keyResultSchema }),
  async run(ctx, { objectiveId, keyResult }) {
    const [objective] = await ctx.db
      .select({
        id: objectives.id,
        number: objectives.number,
        title: objectives.title,
        state: objectives.state,
      })
      .from(objectives)
      .where(own(ctx, objectives, eq(objectives.id, objectiveId)))
      .for("update")
    if (!objective) throw notFound("The objective")
    if (objective.state === "closed")
      throw ruleBroken("A closed objective takes no key results. Reopen it first")
    const [present] = await ctx.db
      .select({ total: count() })
      .from(keyResults)
      .where(own(ctx, keyResults, eq(keyResults.objectiveId, objectiveId), isNull(keyResults.droppedAt)))
    if ((present?.total ?? 0) >= KEY_RESULTS_MAX)
      throw ruleBroken(`An objective has at most ${KEY_RESULTS_MAX} key results`)
    const [added] = await insertKeyResults(ctx, objective, [keyResult], () => "keyResult.")
    return { id: added!.id }
  },
})
