import { isDeepStrictEqual } from "node:util"
import { eq } from "drizzle-orm"
import { consentUses } from "@/db/schema/privacy-masking"
import { assetFacts } from "@/server/catalog/asset-facts"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { invalid, notFound } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { consentUseInput, consentUseProblems } from "./domain/warehouse-role"
import { assetNamed } from "./internal/asset-named"
import { fetchPurpose } from "./internal/masking-rows"

/** Says that an asset is used for a purpose only with consent, and which column holds it. One per purpose and asset. */
export const setConsentUse = command("privacy.setConsentUse", {
  permission: "masking.edit",
  input: consentUseInput,
  async run(ctx, input) {
    const purpose = await fetchPurpose(ctx, input.purposeId)
    const asset = await assetNamed(ctx, input.assetId)
    const flagAssetId = input.flagAssetId === input.assetId ? null : input.flagAssetId
    const facts = await assetFacts(ctx, [input.assetId, ...(flagAssetId ? [flagAssetId] : [])])
    const holder = facts.find(({ id }) => id === input.assetId)
    const flags = flagAssetId === null ? null : facts.find(({ id }) => id === flagAssetId)
    if (!holder || flags === undefined) throw notFound("The data asset")
    const use = { ...input, flagAssetId }
    const problems = consentUseProblems(use, holder, flags)
    if (problems.length > 0) throw invalid(problems)
    const { purposeId, assetId, ...facet } = use
    const [before] = await ctx.db
      .select({
        fieldNames: consentUses.fieldNames,
        flagAssetId: consentUses.flagAssetId,
        flagColumn: consentUses.flagColumn,
        joinKey: consentUses.joinKey,
      })
      .from(consentUses)
      .where(own(ctx, consentUses, eq(consentUses.purposeId, purposeId), eq(consentUses.assetId, assetId)))
    if (isDeepStrictEqual(before, facet)) return { purposeId, assetId }
    const change = { ...facet, updatedAt: ctx.now, updatedBy: ctx.userId }
    await ctx.db
      .insert(consentUses)
      .values({ ...change, purposeId, assetId, id: newId(), workspaceId: ctx.workspaceId })
      .onConflictDoUpdate({
        target: [consentUses.workspaceId, consentUses.purposeId, consentUses.assetId],
        set: change,
      })
    ctx.record({
      targets: [...asset.targets, { type: "consent_purpose", id: purposeId, name: purpose.name }],
      summary: `Set that ${asset.name} needs consent for ${purpose.name}`,
      after: { ...facet },
    })
    return { purposeId, assetId }
  },
})
