import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm"
import { z } from "zod"
import { assetFields, classificationDecisions, dataAssets } from "@/db/schema/catalog"
import { users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { ASSET_KIND_LABELS } from "./domain/asset"
import { classificationCsv } from "./domain/classification-csv"
import { classOf, levelName } from "./domain/scheme"
import { schemeOf } from "./scheme-of"
import { assetWithin } from "./within-reach"

/** The classification of every field of the active assets as CSV: a file name and its text. */
export const exportClassification = query("catalog.exportClassification", {
  permission: "catalog.read",
  at: "rows",
  input: z.object({ productIds: z.array(z.uuid()).max(100).default([]) }),
  async run(ctx, { productIds }) {
    const scheme = await schemeOf(ctx)
    const latest = ctx.db
      .selectDistinctOn([classificationDecisions.fieldId], {
        fieldId: classificationDecisions.fieldId,
        reason: classificationDecisions.reason,
        by: sql<string>`${users.name}`.as("decided_by_name"),
        at: classificationDecisions.decidedAt,
      })
      .from(classificationDecisions)
      .innerJoin(users, eq(users.id, classificationDecisions.decidedBy))
      .where(own(ctx, classificationDecisions))
      .orderBy(
        asc(classificationDecisions.fieldId),
        sql`${classificationDecisions.decidedAt} desc`,
        sql`${classificationDecisions.id} desc`,
      )
      .as("latest")
    const rows = await ctx.db
      .select({
        product: products.name,
        asset: dataAssets.name,
        kind: dataAssets.kind,
        location: dataAssets.location,
        field: assetFields.name,
        type: assetFields.type,
        levelKey: assetFields.levelKey,
        classKey: assetFields.classKey,
        reason: latest.reason,
        by: latest.by,
        at: latest.at,
      })
      .from(dataAssets)
      .leftJoin(products, own(ctx, products, eq(products.id, dataAssets.productId)))
      .leftJoin(assetFields, own(ctx, assetFields, and(eq(assetFields.assetId, dataAssets.id))))
      .leftJoin(latest, eq(latest.fieldId, assetFields.id))
      .where(
        own(
          ctx,
          dataAssets,
          isNull(dataAssets.archivedAt),
          assetWithin(ctx),
          productIds.length > 0 ? inArray(dataAssets.productId, productIds) : undefined,
        ),
      )
      .orderBy(sql`${products.name} nulls last`, asc(dataAssets.name), asc(assetFields.position))
    const lines = rows.map((row) => {
      const dataClass = classOf(scheme, row.classKey)
      return {
        product: row.product ?? "",
        asset: row.asset,
        kind: ASSET_KIND_LABELS[row.kind],
        location: row.location,
        field: row.field ?? "(no fields)",
        type: row.type ?? "",
        level: levelName(scheme, row.levelKey),
        dataClass: dataClass?.name ?? "Unknown",
        personal: dataClass?.personal ?? false,
        special: dataClass?.special ?? false,
        decidedBy: row.by ?? "",
        decidedAt: row.at ?? "",
        reason: row.reason ?? "",
      }
    })
    return { fileName: `classification-${ctx.now.slice(0, 10)}.csv`, text: classificationCsv(lines) }
  },
})
