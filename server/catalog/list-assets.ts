import { inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import { assetFields, dataAssets } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { pageInput } from "@/server/kernel/domain/page"
import { query } from "@/server/kernel/operation"
import { contains } from "@/server/products/within-reach"
import { type AssetFilter, assetFilter, NO_PRODUCT, UNKNOWN_LEVEL } from "./domain/asset"
import { rankOf, type Scheme } from "./domain/scheme"
import { selectAssets } from "./internal/asset-rows"
import { levelKeys } from "./internal/level-sql"
import { schemeOf } from "./scheme-of"
import { assetWithin } from "./within-reach"

/** Assets whose known level is one of these; "unknown" for those without any. */
function ofLevels(scheme: Scheme, levels: AssetFilter["levels"]): SQL | undefined {
  if (levels.length === 0) return undefined
  const keys = levelKeys(scheme)
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

/** Assets in which nothing has a level of the scheme: the level "unknown", without looking for the highest. */
const unknownLevel = (scheme: Scheme) => sql`(${dataAssets.levelKey} = any(${levelKeys(scheme)})) is not true
  and not exists (select 1 from ${assetFields} f where f.workspace_id = ${dataAssets.workspaceId}
    and f.asset_id = ${dataAssets.id} and f.level_key = any(${levelKeys(scheme)}))`

function ofProducts(wanted: AssetFilter["productIds"]): SQL | undefined {
  if (wanted.length === 0) return undefined
  const ids = wanted.filter((id) => id !== NO_PRODUCT)
  const none = ids.length < wanted.length ? isNull(dataAssets.productId) : undefined
  return or(none, ids.length > 0 ? inArray(dataAssets.productId, ids) : undefined)
}

function conditions(ctx: OpCtx, scheme: Scheme, filter: AssetFilter): (SQL | undefined)[] {
  const { search, ids, productIds, kinds, ownerIds, levels, archived } = filter
  const people = ownerIds.map((id) => (id === "me" ? ctx.userId : id))
  return [
    archived ? isNotNull(dataAssets.archivedAt) : isNull(dataAssets.archivedAt),
    ids.length > 0 ? inArray(dataAssets.id, ids) : undefined,
    ofProducts(productIds),
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

/**
 * One page of the assets by name, with their level and number of fields. The search also looks at the names of fields.
 * `total` and `unknown`, those of unknown level, count everything that the filter finds.
 */
export const listAssets = query("catalog.listAssets", {
  permission: "catalog.read",
  at: "rows",
  input: z.object({
    filter: assetFilter.prefault({}),
    ...pageInput,
  }),
  async run(ctx, { filter, offset, limit }) {
    const scheme = await schemeOf(ctx)
    const where = conditions(ctx, scheme, filter)
    const [counted] = await ctx.db
      .select({
        total: sql<number>`count(*)::int`,
        unknown: sql<number>`(count(*) filter (where ${unknownLevel(scheme)}))::int`,
      })
      .from(dataAssets)
      .where(own(ctx, dataAssets, assetWithin(ctx), ...where))
    const { total, unknown } = counted ?? { total: 0, unknown: 0 }
    return { assets: await selectAssets(ctx, scheme, { offset, limit }, ...where), total, unknown }
  },
})
