import { type SQL, sql } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { dodChecklists, dodObservations } from "@/db/schema/dod"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"

/** A required check of a version of a Definition of Done, on which a control stands. */
export type WantedCheck = {
  /** Groups the counts: an id of the registry, or "" for every check. */
  of: string
  templateId: string
  key: string
  /** Computed checks about items are not asked of products, and the other way round. */
  items: boolean
  products: boolean
}

/** Checklists that ask for all of a group, those on which all of it held, and done items on which it did not. */
export type CheckCounts = { of: string; asked: number; met: number; doneWithout: number }

const rowOf = ({ of, templateId, key, items, products }: WantedCheck): SQL =>
  sql`(${of}, ${templateId}::uuid, ${key}, ${items}::boolean, ${products}::boolean)`

/**
 * How the checks stood when they were last looked at, over every checklist of an item or a product in use: counted from
 * what was noted (hourly, and at each change), so that thousands of checklists are not judged anew.
 */
export async function countChecks(ctx: OpCtx, wanted: readonly WantedCheck[]): Promise<CheckCounts[]> {
  if (wanted.length === 0) return []
  const rows = sql.join(wanted.map(rowOf), sql`, `)
  const keys = sql.join(
    [...new Set(wanted.map(({ key }) => key))].map((key) => sql`${key}`),
    sql`, `,
  )
  // In the order of the index, read backwards: all of them at once is cheaper than one look-up for each check.
  const last = sql`(select distinct on (checklist_id, check_key) checklist_id, check_key, kind from ${dodObservations}
    where workspace_id = ${ctx.workspaceId} and check_key in (${keys})
    order by checklist_id desc, check_key desc, id desc)`
  return rowsOf<CheckCounts>(
    ctx.db,
    sql`select l.of, count(*)::int as asked, (count(*) filter (where l.met))::int as met,
        (count(*) filter (where l.done and not l.met))::int as "doneWithout"
      from (
        select w.of, c.id, bool_or(i.status = 'done') as done, bool_and(coalesce(o.kind = 'held', false)) as met
        from (values ${rows}) w(of, template_id, key, items, products)
        join ${dodChecklists} c on c.workspace_id = ${ctx.workspaceId} and c.template_id = w.template_id
        left join ${last} o on o.checklist_id = c.id and o.check_key = w.key
        left join ${items} i on i.workspace_id = ${ctx.workspaceId} and i.id = c.item_id
        left join ${products} p on p.workspace_id = ${ctx.workspaceId} and p.id = c.product_id
        where (w.items and i.archived_at is null and i.status <> 'dropped')
          or (w.products and p.lifecycle <> 'retired')
        group by w.of, c.id) l
      group by l.of`,
  )
}
