import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { keyResults } from "@/db/schema/objectives"
import { own } from "@/server/kernel/database"
import { conflict } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { reasonSchema } from "./domain/objective"
import { sentenceOf } from "./domain/sentence"
import { fetchKeyResult, objectiveTarget, requireLive } from "./internal/placed-key-result"

/** Takes a key result out of its objective; its measurements and links stay in the records. @throws CONFLICT, RULE_BROKEN */
export const dropKeyResult = command("strategy.dropKeyResult", {
  permission: "strategy.edit",
  input: z.object({ id: z.uuid(), version: z.number().int().min(1), reason: reasonSchema }),
  async run(ctx, { id, version, reason }) {
    const row = await fetchKeyResult(ctx, id)
    requireLive(row)
    const saved = await ctx.db
      .update(keyResults)
      .set({ droppedAt: ctx.now, droppedBy: ctx.userId, dropReason: reason, version: version + 1 })
      .where(and(own(ctx, keyResults, eq(keyResults.id, id)), eq(keyResults.version, version)))
      .returning({ id: keyResults.id })
    if (saved.length === 0) throw conflict("The key result", { id, version: row.version })
    ctx.record({
      targets: [objectiveTarget(row.objective), { type: "keyResult", id, name: row.metric }],
      summary: `Took “${sentenceOf(row)}” out of ${objectiveTarget(row.objective).name}`,
      reason,
    })
    return { id }
  },
})
