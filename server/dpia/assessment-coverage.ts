import { type SQL, sql } from "drizzle-orm"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { consultationStandings } from "./consultation-standings"
import { assessmentStateSql } from "./internal/assessment-list"
import { decisionSql, screeningStateSql } from "./internal/screening-list"

type Coverage = {
  /** Products and items in use whose screening was handed in and asks for an assessment. */
  due: number
  /** Those all of whose assessments are approved as they stand: an item's own, or else its product's. */
  approved: number
  /** Declared to hold personal data, and not screened. */
  unscreened: number
  /** Assessments whose high risk waits for the authority's advice. */
  unadvised: number
}

/** The latest request for approval of each subject of a kind, as the lists take it. */
const latestRequests = (ctx: OpCtx, kind: "screening" | "dpia"): SQL => sql`(
  select distinct on (r.subject_id) r.subject_id, r.subject_version, r.state, r.approved_at from approval_requests r
  where r.workspace_id = ${ctx.workspaceId} and r.kind = ${kind}
  order by r.subject_id, r.subject_version desc, r.requested_at desc, r.closed_at is null desc, r.id desc)`

/** Products, and items with a declaration or a screening, that are in use. */
const subjectsInUse = (ctx: OpCtx): SQL => sql`(
  select p.id, p.id as product_id from products p
  where p.workspace_id = ${ctx.workspaceId} and p.lifecycle <> 'retired'
  union all
  select i.id, i.product_id from (
    select item_id from personal_data_declarations where workspace_id = ${ctx.workspaceId} and item_id is not null
    union select item_id from screenings where workspace_id = ${ctx.workspaceId} and item_id is not null
  ) declared join items i on i.workspace_id = ${ctx.workspaceId} and i.id = declared.item_id
  where i.archived_at is null and i.status <> 'dropped')`

/** Whether every assessment in use about an item, or about a product as a whole, is approved as it stands. */
const assessed = (ctx: OpCtx) =>
  rowsOf<{ id: string; approved: boolean }>(
    ctx.db,
    sql`select coalesce(x.item_id, x.product_id) as id, bool_and(${assessmentStateSql} = 'approved') as approved
      from assessments x left join ${latestRequests(ctx, "dpia")} a on a.subject_id = x.id
      where x.workspace_id = ${ctx.workspaceId} and x.archived_at is null group by 1`,
  )

type Owing = { id: string; productId: string | null; state: string }

/** The subjects that need an assessment, and those that are not screened. */
const owing = (ctx: OpCtx): Promise<Owing[]> =>
  rowsOf<Owing>(
    ctx.db,
    sql`select * from (
        select u.id, u.product_id as "productId", ${decisionSql} as decision, ${screeningStateSql} as state
        from ${subjectsInUse(ctx)} u
        left join (select distinct on (coalesce(x.product_id, x.item_id)) coalesce(x.product_id, x.item_id) as id, x.personal_data
          from personal_data_declarations x where x.workspace_id = ${ctx.workspaceId}
          order by coalesce(x.product_id, x.item_id), x.declared_at desc, x.id desc) d on d.id = u.id
        left join screenings s on s.workspace_id = ${ctx.workspaceId} and coalesce(s.product_id, s.item_id) = u.id
        left join ${latestRequests(ctx, "screening")} a on a.subject_id = s.id) c
      where c.state = 'due' or (c.decision = 'assess' and c.state <> 'in_progress')`,
  )

/**
 * How far impact assessments cover what needs one, and how many high risks wait for the authority. Whole tables are read,
 * as every subject counts, and joined here: PostgreSQL expects far too much of that join and compiles it for seconds. It
 * asks no permission.
 */
export async function assessmentCoverage(ctx: OpCtx): Promise<Coverage> {
  const [subjects, made] = [await owing(ctx), await assessed(ctx)]
  const due = subjects.filter(({ state }) => state !== "due")
  const approvedOf = new Map(made.map(({ id, approved }) => [id, approved]))
  const isApproved = ({ id, productId }: Owing) =>
    approvedOf.get(id) ?? approvedOf.get(productId ?? "") ?? false
  const standings = await consultationStandings(ctx, "all")
  return {
    due: due.length,
    approved: due.filter(isApproved).length,
    unscreened: subjects.length - due.length,
    unadvised: standings.filter(({ reason }) => reason !== null).length,
  }
}
