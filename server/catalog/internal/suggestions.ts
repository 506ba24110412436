import { eq } from "drizzle-orm"
import { assetFields, dismissedSuggestions } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { AssetField } from "../domain/asset"
import { classOf, type Scheme } from "../domain/scheme"
import { type Suggestion, suggestClass } from "../domain/suggest-class"

export type FieldSuggestion = Suggestion & { fieldId: string }

/** What the names of unclassified fields speak for; nothing that was dismissed, nothing the scheme does not have. */
export async function suggestionsFor(
  ctx: OpCtx,
  scheme: Scheme,
  asset: { id: string; name: string },
  fields: readonly AssetField[],
): Promise<FieldSuggestion[]> {
  const dismissed = await ctx.db
    .select({ fieldId: dismissedSuggestions.fieldId, classKey: dismissedSuggestions.classKey })
    .from(dismissedSuggestions)
    .innerJoin(assetFields, own(ctx, assetFields, eq(assetFields.id, dismissedSuggestions.fieldId)))
    .where(own(ctx, dismissedSuggestions, eq(assetFields.assetId, asset.id)))
  const refused = new Set(dismissed.map(({ fieldId, classKey }) => `${fieldId} ${classKey}`))
  return fields.flatMap((field) => {
    if (field.classKey !== null) return []
    const found = suggestClass(field, asset.name)
    if (!found || refused.has(`${field.id} ${found.classKey}`)) return []
    const dataClass = classOf(scheme, found.classKey)
    return dataClass && !dataClass.retired ? [{ fieldId: field.id, ...found }] : []
  })
}
