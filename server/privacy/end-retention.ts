import { and, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { retentionAssignments } from "@/db/schema/privacy-retention"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { reasonText } from "./domain/retention-rule"
import { assetNamed } from "./internal/asset-named"

/** Takes a rule off an asset, with a reason. What was done under it stays. */
export const endRetention = command("privacy.endRetention", {
  permission: "retention.edit",
  input: z.object({ assignmentId: z.uuid(), reason: reasonText }),
  async run(ctx, { assignmentId, reason }) {
    const active = and(eq(retentionAssignments.id, assignmentId), isNull(retentionAssignments.endedAt))
    const [row] = await ctx.db
      .update(retentionAssignments)
      .set({ endedAt: ctx.now, endedBy: ctx.userId, endReason: reason })
      .where(own(ctx, retentionAssignments, active))
      .returning({ assetId: retentionAssignments.assetId })
    if (!row) throw notFound("The retention of this asset")
    const asset = await assetNamed(ctx, row.assetId)
    ctx.record({ targets: asset.targets, summary: `Took a retention rule off ${asset.name}`, reason })
    return { assignmentId }
  },
})
