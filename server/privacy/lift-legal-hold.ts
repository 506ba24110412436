import { and, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { legalHolds } from "@/db/schema/privacy-retention"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { reasonText } from "./domain/retention-rule"
import { assetNamed } from "./internal/asset-named"

/** Ends a legal hold, with the reason. The hold stays in the asset's history. @throws NOT_FOUND when it is lifted already. */
export const liftLegalHold = command("privacy.liftLegalHold", {
  permission: "retention.edit",
  input: z.object({ id: z.uuid(), reason: reasonText }),
  async run(ctx, { id, reason }) {
    const [row] = await ctx.db
      .update(legalHolds)
      .set({ liftedAt: ctx.now, liftedBy: ctx.userId, liftReason: reason })
      .where(own(ctx, legalHolds, and(eq(legalHolds.id, id), isNull(legalHolds.liftedAt))))
      .returning({ assetId: legalHolds.assetId })
    if (!row) throw notFound("The legal hold")
    const asset = await assetNamed(ctx, row.assetId)
    ctx.record({ targets: asset.targets, summary: `Lifted the legal hold on ${asset.name}`, reason })
    return { id }
  },
})
