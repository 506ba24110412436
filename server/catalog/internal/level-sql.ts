import { type SQL, sql } from "drizzle-orm"
import { assetFields, dataAssets } from "@/db/schema/catalog"
import type { OpCtx } from "@/server/kernel/context"
import { own, rowsOf } from "@/server/kernel/database"
import type { Scheme } from "../domain/scheme"
import { assetWithin } from "../within-reach"

/** The keys of the scheme's levels, lowest first, as one array of a statement: a place in it counts from 1. */
export const levelKeys = ({ levels }: Pick<Scheme, "levels">): SQL =>
  sql`array[${sql.join(
    levels.map(({ key }) => sql`${key}`),
    sql`, `,
  )}]::text[]`

/** What the active assets of a product amount to; a null product stands for those that belong to none. */
export type ProductSum = {
  productId: string | null
  assets: number
  /** The place of the highest level among them, from 1; 0 is unknown. */
  highest: number
  /** Assets in which nothing has a level. */
  unknownAssets: number
  /** Fields that nobody has classified. */
  unknownFields: number
}

/** The sums of every product that has assets within the caller's reach, in one statement. */
export function sumsOfProducts(ctx: OpCtx, scheme: Scheme): Promise<ProductSum[]> {
  const keys = levelKeys(scheme)
  const inside = sql`(select f.asset_id, max(array_position(${keys}, f.level_key)) as top,
      count(*) filter (where f.level_key is null) as unknown
    from ${assetFields} f where f.workspace_id = ${ctx.workspaceId} group by f.asset_id)`
  return rowsOf<ProductSum>(
    ctx.db,
    sql`select a.product_id as "productId", count(*)::int as assets, max(a.place)::int as highest,
        (count(*) filter (where a.place = 0))::int as "unknownAssets", sum(a.unknown)::int as "unknownFields"
      from (select product_id, coalesce(unknown, 0) as unknown,
          greatest(coalesce(array_position(${keys}, level_key), 0), coalesce(top, 0)) as place
        from ${dataAssets} left join ${inside} inside on inside.asset_id = ${dataAssets.id}
        where ${own(ctx, dataAssets, sql`${dataAssets.archivedAt} is null`, assetWithin(ctx))}) a
      group by a.product_id`,
  )
}
