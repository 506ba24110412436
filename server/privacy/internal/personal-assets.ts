import { type SQL, sql } from "drizzle-orm"
import { assetFields, dataAssets } from "@/db/schema/catalog"
import { retentionAssignments } from "@/db/schema/privacy-retention"
import { schemeOf } from "@/server/catalog/scheme-of"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"

type PersonalAssets = {
  /** Fields of active assets with personal data, and how many of them have a class. */
  fields: number
  classified: number
  /** Such assets without any retention rule. */
  uncovered: number
}

/** Counts over the active assets of the workspace that hold a field of a personal class. */
export async function countPersonalAssets(ctx: OpCtx): Promise<PersonalAssets> {
  const keys = (await schemeOf(ctx)).classes.filter(({ personal }) => personal).map(({ key }) => sql`${key}`)
  const none = { fields: 0, classified: 0, uncovered: 0 }
  if (keys.length === 0) return none
  const inside: SQL = sql`select f.asset_id, count(*) as fields, count(f.class_key) as classified
    from ${assetFields} f where f.workspace_id = ${ctx.workspaceId} group by f.asset_id
    having bool_or(f.class_key in (${sql.join(keys, sql`, `)}))`
  const [row] = await rowsOf<PersonalAssets>(
    ctx.db,
    sql`select coalesce(sum(p.fields), 0)::int as fields, coalesce(sum(p.classified), 0)::int as classified,
        (count(*) filter (where not exists (select 1 from ${retentionAssignments} r
          where r.workspace_id = ${ctx.workspaceId} and r.asset_id = p.asset_id and r.ended_at is null)))::int as uncovered
      from (${inside}) p join ${dataAssets} a on a.workspace_id = ${ctx.workspaceId} and a.id = p.asset_id
      where a.archived_at is null`,
  )
  return row ?? none
}
