import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { keyResults } from "@/db/schema/objectives"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { changedFields } from "@/server/kernel/domain/changed-fields"
import { conflict, invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { definitionOf, keyResultSchema } from "./domain/key-result"
import { sentenceOf } from "./domain/sentence"
import { selectKeyResults } from "./internal/key-result-rows"
import { fetchKeyResult, objectiveTarget, requireLive } from "./internal/placed-key-result"

const present = async (ctx: OpCtx, id: string) =>
  (await selectKeyResults(ctx, eq(keyResults.id, id)))[0] ?? null

/**
 * States a key result anew. Once its objective is active this needs a reason, because the grade changes with it; the
 * measurements stay. @throws CONFLICT with the key result as it stands, INVALID at `keyResult.…` or `reason`.
 */
export const updateKeyResult = command("strategy.updateKeyResult", {
  permission: "strategy.edit",
  input: z.object({
    id: z.uuid(),
    version: z.number().int().min(1),
    keyResult: keyResultSchema,
    reason: z.string().trim().max(1000, "A reason has at most 1,000 characters").default(""),
  }),
  async run(ctx, { id, version, keyResult, reason }) {
    const row = await fetchKeyResult(ctx, id)
    requireLive(row)
    if (row.version !== version) throw conflict("The key result", await present(ctx, id))
    const next = { ...definitionOf(keyResult), ownerId: keyResult.ownerId, rhythmDays: keyResult.rhythmDays }
    const { objective, droppedAt: _, id: _id, version: _version, ...fields } = row
    const changed = changedFields(fields, next)
    if (!changed) return { id, version }
    if (objective.state === "active" && !reason)
      throw invalidField("reason", "Say why the key result changes; the reason is recorded")
    await requireMembers(ctx, { "keyResult.ownerId": changed.after.ownerId })
    const saved = await ctx.db
      .update(keyResults)
      .set({ ...changed.after, version: version + 1, updatedAt: ctx.now })
      .where(and(own(ctx, keyResults, eq(keyResults.id, id)), eq(keyResults.version, version)))
      .returning({ id: keyResults.id })
    if (saved.length === 0) throw conflict("The key result", await present(ctx, id))
    ctx.record({
      targets: [objectiveTarget(objective), { type: "keyResult", id, name: next.metric }],
      summary: `Changed the key result “${sentenceOf(fields)}” to “${sentenceOf(next)}”`,
      before: changed.before,
      after: changed.after,
      ...(reason && { reason }),
    })
    return { id, version: version + 1 }
  },
})
