import { eq } from "drizzle-orm"
import { z } from "zod"
import { consentPurposes, consentUses } from "@/db/schema/privacy-masking"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { reasonText } from "./domain/retention-rule"
import { fetchPurpose } from "./internal/masking-rows"

/** Ends a purpose, with a reason: its filters leave the policies. */
export const retireConsentPurpose = command("privacy.retireConsentPurpose", {
  permission: "masking.edit",
  input: z.object({ id: z.uuid(), reason: reasonText }),
  async run(ctx, { id, reason }) {
    const { name, version } = await fetchPurpose(ctx, id)
    await ctx.db
      .update(consentPurposes)
      .set({ retiredAt: ctx.now, retiredBy: ctx.userId, retireReason: reason, version: version + 1 })
      .where(own(ctx, consentPurposes, eq(consentPurposes.id, id)))
    await ctx.db.delete(consentUses).where(own(ctx, consentUses, eq(consentUses.purposeId, id)))
    ctx.record({
      targets: [{ type: "consent_purpose", id, name }],
      summary: `Retired the consent purpose ${name}`,
      reason,
    })
    return { id }
  },
})
