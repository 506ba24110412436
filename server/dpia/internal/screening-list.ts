import { type SQL, sql } from "drizzle-orm"
import type { OpCtx } from "@/server/kernel/context"
import type { Reach } from "@/server/kernel/domain/grants"
import { uuids } from "./uuids"

const within = ({ domainIds, productIds }: Exclude<Reach, "all">): SQL =>
  sql`(p.domain_id = any(${uuids(domainIds)}) or p.id = any(${uuids(productIds)}))`

/** A condition on products `p`: those whose screenings and assessments the caller may see. */
export function reachable(ctx: OpCtx): SQL {
  const reach = ctx.reach("dpia.read")
  return reach === "all" ? sql`true` : within(reach)
}

/** Every product within reach, and the items about which something was declared or that were screened. */
export function subjectsSql(ctx: OpCtx): SQL {
  const limited = ctx.reach("dpia.read") !== "all"
  const mine = sql`i.workspace_id = ${ctx.workspaceId} and i.archived_at is null`
  return sql`
    select 'product' as type, p.id, p.name, p.name as title, '/products/' || p.slug as path,
      p.id as product_id, p.slug as product_slug, p.name as product_name, p.owner_id
    from products p where p.workspace_id = ${ctx.workspaceId} and ${reachable(ctx)}
    union all
    select 'item', i.id, i.key, i.title, '/items/' || i.key, p.id, p.slug, p.name, i.owner_id
    from (
      select item_id from personal_data_declarations where workspace_id = ${ctx.workspaceId} and item_id is not null
      union select item_id from screenings where workspace_id = ${ctx.workspaceId} and item_id is not null
    ) declared join items i on i.id = declared.item_id and ${mine}
    left join products p on p.workspace_id = i.workspace_id and p.id = i.product_id
    where ${limited ? sql`p.id is not null and ${reachable(ctx)}` : sql`true`}`
}

/** Joins to subjects `u`: the latest declaration `d`, the screening `s` and the approval `a` of its latest version. */
export function standingOf(ctx: OpCtx): SQL {
  return sql`
    left join lateral (
      select x.personal_data from personal_data_declarations x
      where x.workspace_id = ${ctx.workspaceId}
        and ((u.type = 'product' and x.product_id = u.id) or (u.type = 'item' and x.item_id = u.id))
      order by x.declared_at desc, x.id desc limit 1) d on true
    left join screenings s on s.workspace_id = ${ctx.workspaceId}
      and ((u.type = 'product' and s.product_id = u.id) or (u.type = 'item' and s.item_id = u.id))
    left join lateral (
      select x.subject_version, x.state, x.approved_at from approval_requests x
      where x.workspace_id = ${ctx.workspaceId} and x.kind = 'screening' and x.subject_id = s.id
      order by x.subject_version desc, x.requested_at desc, x.closed_at is null desc, x.id desc limit 1) a on true`
}

/**
 * Joins to subjects `u` what tells whether they owe something, whole tables at once: cheaper over all subjects than
 * `standingOf`, which looks each of a page up.
 */
export function owedJoin(ctx: OpCtx): SQL {
  return sql`
    left join (select distinct on (coalesce(x.product_id, x.item_id)) coalesce(x.product_id, x.item_id) as id, x.personal_data
      from personal_data_declarations x where x.workspace_id = ${ctx.workspaceId}
      order by coalesce(x.product_id, x.item_id), x.declared_at desc, x.id desc) declared on declared.id = u.id
    left join (select coalesce(x.product_id, x.item_id) as id
      from screenings x where x.workspace_id = ${ctx.workspaceId}) screened on screened.id = u.id`
}

/** The states "undeclared" and "due". */
export const owingSql = sql`screened.id is null and declared.personal_data is distinct from 'none'`

/** The same as `screeningState` of the domain, which a test compares it with. */
export const screeningStateSql = sql`case
  when s.id is null then case
    when d.personal_data is null then 'undeclared' when d.personal_data = 'none' then 'none' else 'due' end
  when a.subject_version = s.version and a.state = 'approved' then 'approved'
  when a.subject_version = s.version and a.state = 'open' then 'in_review'
  when a.subject_version = s.version and a.state in ('changes_requested', 'rejected') then 'sent_back'
  when a.approved_at is not null then 'outdated'
  else 'in_progress' end`

/** What was decided, or else what the verdict leads to: `usualDecision` of the domain. */
export const decisionSql = sql`coalesce(s.decision, case
  when s.verdict in ('REQUIRED', 'LIKELY_REQUIRED') then 'assess' when s.verdict = 'NOT_INDICATED' then 'none' end)`
