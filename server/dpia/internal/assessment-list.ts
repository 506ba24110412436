import { type SQL, sql } from "drizzle-orm"
import type { OpCtx } from "@/server/kernel/context"

/** Joins to assessments `x` the approval `a` of the latest version for which it was asked. */
export const approvalJoin = (ctx: OpCtx): SQL => sql`
  left join lateral (
    select r.subject_version, r.state, r.approved_at from approval_requests r
    where r.workspace_id = ${ctx.workspaceId} and r.kind = 'dpia' and r.subject_id = x.id
    order by r.subject_version desc, r.requested_at desc, r.closed_at is null desc, r.id desc limit 1) a on true`

/**
 * Joins to assessments `x` their open request `w`: the state "in_review" for those not archived. An edit outdates what was
 * open, so an open request is always about the present version, and the index of what is open answers by itself.
 */
export const openJoin = (ctx: OpCtx): SQL => sql`
  left join approval_requests w on w.workspace_id = ${ctx.workspaceId} and w.kind = 'dpia' and w.state = 'open'
    and w.subject_id = x.id`

/** The same as `assessmentState` of the domain, which a test compares it with. */
export const assessmentStateSql = sql`case
  when x.archived_at is not null then 'archived'
  when a.subject_version = x.version and a.state = 'approved' then 'approved'
  when a.subject_version = x.version and a.state = 'open' then 'in_review'
  when a.subject_version = x.version and a.state = 'changes_requested' then 'changes_asked'
  when a.subject_version = x.version and a.state = 'rejected' then 'refused'
  when a.approved_at is not null then 'outdated'
  else 'in_progress' end`
