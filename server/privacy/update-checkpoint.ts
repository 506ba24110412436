import { isDeepStrictEqual } from "node:util"
import { z } from "zod"
import { command } from "@/server/kernel/operation"
import { checkpointChanges } from "./domain/ethics"
import { checkpointTargets, openCheckpoint, saveCheckpoint, scopeOfCheckpoint } from "./internal/ethics-rows"
import { findChecked, subjectOf } from "./internal/ethics-subject"

/** Answers questions of the canvas and proposes the decision. @throws CONFLICT, RULE_BROKEN, NOT_FOUND */
export const updateCheckpoint = command("privacy.updateCheckpoint", {
  permission: "ethics.edit",
  at: (ctx, { id }) => scopeOfCheckpoint(ctx, id),
  input: z.object({ id: z.uuid(), version: z.number().int().min(1), changes: checkpointChanges }),
  async run(ctx, { id, version, changes }) {
    const row = await openCheckpoint(ctx, id, version)
    const answers = { ...row.answers, ...changes.answers }
    const { outcome = row.outcome, reason = row.reason } = changes
    const before = { answers: row.answers, outcome: row.outcome, reason: row.reason }
    const after = { answers, outcome, reason }
    if (isDeepStrictEqual(before, after)) return { id, version }
    const next = await saveCheckpoint(ctx, row, after)
    const checked = await findChecked(ctx, subjectOf(row))
    ctx.record({
      targets: checkpointTargets(id, checked),
      summary: `Changed the ethics canvas of ${checked.name}`,
      before,
      after,
    })
    return { id, version: next }
  },
})
