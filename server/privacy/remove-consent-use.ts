import { and, eq } from "drizzle-orm"
import { z } from "zod"
import { consentUses } from "@/db/schema/privacy-masking"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { reasonText } from "./domain/retention-rule"
import { assetNamed } from "./internal/asset-named"
import { fetchPurpose } from "./internal/masking-rows"

/** Says that an asset needs no consent for a purpose any more, with the reason. */
export const removeConsentUse = command("privacy.removeConsentUse", {
  permission: "masking.edit",
  input: z.object({ purposeId: z.uuid(), assetId: z.uuid(), reason: reasonText }),
  async run(ctx, { purposeId, assetId, reason }) {
    const purpose = await fetchPurpose(ctx, purposeId)
    const asset = await assetNamed(ctx, assetId)
    const which = and(eq(consentUses.purposeId, purposeId), eq(consentUses.assetId, assetId))
    const removed = await ctx.db
      .delete(consentUses)
      .where(own(ctx, consentUses, which))
      .returning({ id: consentUses.id })
    if (removed.length === 0) throw notFound("The consent of this asset")
    ctx.record({
      targets: [...asset.targets, { type: "consent_purpose", id: purposeId, name: purpose.name }],
      summary: `Set that ${asset.name} needs no consent for ${purpose.name}`,
      reason,
    })
    return { purposeId, assetId }
  },
})
