import { ethicsCheckpoints } from "@/db/schema/privacy-ethics"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { declareImpactSchema } from "./domain/ethics"
import { checkpointOf, checkpointTargets, lockCheckpoint, saveCheckpoint } from "./internal/ethics-rows"
import { findChecked, scopeOfChecked } from "./internal/ethics-subject"

/**
 * Says whether the use of a product or an item has a high impact on people; with one, the canvas is due. What was
 * written in it stays when the declaration is taken back. @throws NOT_FOUND, INVALID
 */
export const declareImpact = command("privacy.declareImpact", {
  permission: "ethics.edit",
  at: (ctx, { subject }) => scopeOfChecked(ctx, subject),
  input: declareImpactSchema,
  async run(ctx, { subject, highImpact, reason }) {
    const checked = await findChecked(ctx, subject)
    const declared = { highImpact, declareReason: reason, declaredBy: ctx.userId, declaredAt: ctx.now }
    const newRow = {
      productId: null,
      itemId: null,
      ...subject,
      ...declared,
      workspaceId: ctx.workspaceId,
      id: newId(),
      answers: {},
      reason: "",
      editorIds: [ctx.userId],
      updatedAt: ctx.now,
    }
    const made = await ctx.db
      .insert(ethicsCheckpoints)
      .values(newRow)
      .onConflictDoNothing()
      .returning({ id: ethicsCheckpoints.id })
    const before = made.length > 0 ? null : await checkpointOf(ctx, subject)
    const id = before?.id ?? newRow.id
    if (before?.highImpact === highImpact && before.declareReason === reason) return { id }
    if (before) {
      const row = await lockCheckpoint(ctx, id)
      await saveCheckpoint(ctx, row, declared)
    }
    ctx.record({
      targets: checkpointTargets(id, checked),
      summary: highImpact
        ? `Declared ${checked.name} to have a high impact on people: the ethics canvas is due`
        : `Declared ${checked.name} not to have a high impact on people`,
      ...(before && { before: { highImpact: before.highImpact, reason: before.declareReason } }),
      after: { highImpact },
      reason,
    })
    return { id }
  },
})
