import { inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { assetFields, dataAssets } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { contains } from "@/server/products/within-reach"
import { type AssetFilter, assetFilter, UNKNOWN_LEVEL } from "./domain/asset"
import { rankOf, type Scheme } from "./domain/scheme"
import { selectAssets } from "./internal/asset-rows"
import { schemeOf } from "./scheme-of"
import { assetWithin } from "./within-reach"

/** Assets whose known level is one of these; "unknown" for those without any. */
function ofLevels(scheme: Scheme, levels: AssetFilter["levels"]): SQL | undefined {
  if (levels.length === 0) return undefined
  const keys = sql`array[${sql.join(
    scheme.levels.map(({ key }) => sql`${key}`),
    sql`, `,
  )}]::text[]`
  const highest = sql`greatest(coalesce(array_position(${keys}, ${dataAssets.levelKey}), 0),
    coalesce((select max(array_position(${keys}, f.level_key)) from ${assetFields} f
      where f.workspace_id = ${dataAssets.workspaceId} and f.asset_id = ${dataAssets.id}), 0))`
  // Counted from 1 in SQL; 0 is unknown.
  const wanted = levels.map((level) => (level === UNKNOWN_LEVEL ? 0 : rankOf(scheme, level) + 1 || -1))
  return sql`${highest} in (${sql.join(
    wanted.map((place) => sql`${place}::int`),
    sql`, `,
  )})`
}

function conditions(ctx: OpCtx, scheme: Scheme, filter: AssetFilter): (SQL | undefined)[] {
  const { search, productIds, kinds, ownerIds, levels, archived } = filter
  const people = ownerIds.map((id) => (id === "me" ? ctx.userId : id))
  return [
    archived ? isNotNull(dataAssets.archivedAt) : isNull(dataAssets.archivedAt),
    productIds.length > 0 ? inArray(dataAssets.productId, productIds) : undefined,
    kinds.length > 0 ? inArray(dataAssets.kind, kinds) : undefined,
    people.length > 0 ? inArray(dataAssets.ownerId, people) : undefined,
    ofLevels(scheme, levels),
    search
      ? or(
          contains(sql`${dataAssets.name}`, search),
          contains(sql`${dataAssets.location}`, search),
          sql`exists (select 1 from ${assetFields} f where f.workspace_id = ${dataAssets.workspaceId}
            and f.asset_id = ${dataAssets.id} and ${contains(sql`f.name`, search)})`,
        )
      : undefined,
  ]
}

/** Assets by name, with their level and number of fields. The search also looks at the names of fields. */
export const listAssets = query("catalog.listAssets", {
  permission: "catalog.read",
  at: "rows",
  input: z.object({
    filter: assetFilter.prefault({}),
    limit: z.number().int().min(1).max(1000).default(100),
  }),
  async run(ctx, { filter, limit }) {
    const scheme = await schemeOf(ctx)
    const where = conditions(ctx, scheme, filter)
    const [counted] = await ctx.db
      .select({ total: sql<number>`count(*)::int` })
      .from(dataAssets)
      .where(own(ctx, dataAssets, assetWithin(ctx), ...where))
    return { assets: await selectAssets(ctx, scheme, { limit }, ...where), total: counted?.total ?? 0 }
  },
})
