import { z } from "zod"
import { retentionAssignments } from "@/db/schema/privacy-retention"
import { newId } from "@/server/kernel/domain/id"
import { invalidField } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { assetNamed } from "./internal/asset-named"
import { fetchRule } from "./internal/retention-rows"

/** Lets a rule hold for an asset from a start date on. @throws INVALID when it holds already, NOT_FOUND. */
export const applyRetentionRule = command("privacy.applyRetentionRule", {
  permission: "retention.edit",
  input: z.object({
    ruleId: z.uuid("Choose a rule"),
    assetId: z.uuid("Choose a data asset"),
    startOn: z.iso.date("Give the day of the start event of the oldest data"),
  }),
  async run(ctx, { ruleId, assetId, startOn }) {
    const rule = await fetchRule(ctx, ruleId)
    const asset = await assetNamed(ctx, assetId)
    const id = newId()
    const created = await ctx.db
      .insert(retentionAssignments)
      .values({
        id,
        ruleId,
        assetId,
        startOn,
        workspaceId: ctx.workspaceId,
        createdAt: ctx.now,
        createdBy: ctx.userId,
      })
      .onConflictDoNothing()
      .returning({ id: retentionAssignments.id })
    if (created.length === 0) throw invalidField("ruleId", `${rule.name} holds for ${asset.name} already`)
    ctx.record({
      targets: [...asset.targets, { type: "retention_rule", id: ruleId, name: rule.name }],
      summary: `Applied the retention rule ${rule.name} to ${asset.name}`,
      after: { startOn },
    })
    return { id }
  },
})
