import { desc, eq } from "drizzle-orm"
import { z } from "zod"
import { classificationDecisions, dataAssets } from "@/db/schema/catalog"
import { users } from "@/db/schema/members"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { effectiveLevel } from "./domain/level-rules"
import { fieldsOf, getAssetRow } from "./internal/asset-rows"
import { suggestionsFor } from "./internal/suggestions"
import { schemeOf } from "./scheme-of"

const HISTORY = 100

/** Who gave the asset or its fields which level and class, newest first. */
function historyOf(ctx: OpCtx, assetId: string) {
  return ctx.db
    .select({
      id: classificationDecisions.id,
      fieldName: classificationDecisions.fieldName,
      fromLevel: classificationDecisions.fromLevel,
      toLevel: classificationDecisions.toLevel,
      fromClass: classificationDecisions.fromClass,
      toClass: classificationDecisions.toClass,
      reason: classificationDecisions.reason,
      suggested: classificationDecisions.suggested,
      by: { id: users.id, name: users.name },
      at: classificationDecisions.decidedAt,
    })
    .from(classificationDecisions)
    .innerJoin(users, eq(users.id, classificationDecisions.decidedBy))
    .where(own(ctx, classificationDecisions, eq(classificationDecisions.assetId, assetId)))
    .orderBy(desc(classificationDecisions.decidedAt), desc(classificationDecisions.id))
    .limit(HISTORY)
}

/** One asset by its key, with fields, level, open suggestions and the latest 100 decisions. @throws NOT_FOUND */
export const getAsset = query("catalog.getAsset", {
  permission: "catalog.read",
  at: "rows",
  input: z.object({ key: z.string().min(1).max(100) }),
  async run(ctx, { key }) {
    const row = await getAssetRow(ctx, eq(dataAssets.key, key))
    const scheme = await schemeOf(ctx)
    const fields = await fieldsOf(ctx, row.id)
    const level = effectiveLevel(
      scheme,
      row.levelKey,
      fields.map(({ levelKey }) => levelKey),
    )
    const suggestions = row.archivedAt ? [] : await suggestionsFor(ctx, scheme, row, fields)
    return { ...row, level, fields, suggestions, history: await historyOf(ctx, row.id) }
  },
})
