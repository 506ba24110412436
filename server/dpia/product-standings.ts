import { sql } from "drizzle-orm"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { changedFacts } from "./changed-facts"
import { type AssessmentState, assessmentKey } from "./domain/assessment-row"
import type { ProductStanding } from "./domain/product-standing"
import { approvalJoin, assessmentStateSql } from "./internal/assessment-list"
import { decisionSql, screeningStateSql, standingOf } from "./internal/screening-list"
import { uuids } from "./internal/uuids"

type ScreeningRow = Omit<ProductStanding, "assessment" | "changes"> & { screeningId: string | null }
type AssessmentRow = {
  id: string
  productId: string
  number: number
  state: AssessmentState
  version: number
  approvedVersion: number | null
  approvedAt: string | null
  progress: number
  reviewOn: string | null
  author: string
}

/** The screening and the newest assessment of each product, with what changed under them. It asks no permission. */
export async function productStandings(
  ctx: OpCtx,
  productIds: readonly string[],
): Promise<Map<string, ProductStanding>> {
  if (productIds.length === 0) return new Map()
  const [screened, assessed] = await Promise.all([
    rowsOf<ScreeningRow>(
      ctx.db,
      sql`select u.id as "productId", s.id as "screeningId", d.personal_data as "personalData", ${screeningStateSql} as screening, s.verdict,
          ${decisionSql} as decision
        from (select 'product' as type, id from unnest(${uuids(productIds)}) as wanted(id)) u ${standingOf(ctx)}`,
    ),
    rowsOf<AssessmentRow>(
      ctx.db,
      sql`select distinct on (x.product_id) x.id, x.product_id as "productId", x.number::int as number,
          ${assessmentStateSql} as state, x.version::int as version, a.subject_version::int as "approvedVersion",
          to_char(a.approved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "approvedAt",
          x.progress::int as progress, x.review_on::text as "reviewOn", w.name as author
        from assessments x join users w on w.id = x.author_id ${approvalJoin(ctx)}
        where x.workspace_id = ${ctx.workspaceId} and x.archived_at is null and x.item_id is null
          and x.product_id = any(${uuids(productIds)})
        order by x.product_id, x.number desc`,
    ),
  ])
  const assessments = new Map(assessed.map((row) => [row.productId, row]))
  const [underAssessments, underScreenings] = await Promise.all([
    changedFacts(
      ctx,
      "assessment",
      assessed.map(({ id }) => id),
    ),
    changedFacts(
      ctx,
      "screening",
      screened.flatMap(({ screeningId }) => screeningId ?? []),
    ),
  ])
  return new Map(
    screened.map(({ screeningId, ...row }): [string, ProductStanding] => {
      const found = assessments.get(row.productId)
      if (!found) {
        return [
          row.productId,
          { ...row, assessment: null, changes: underScreenings.get(screeningId ?? "") ?? [] },
        ]
      }
      const { id, productId: _, number, approvedVersion, ...assessment } = found
      const approved = assessment.approvedAt === null ? null : approvedVersion
      const named = { ...assessment, key: assessmentKey(number), approvedVersion: approved }
      return [row.productId, { ...row, assessment: named, changes: underAssessments.get(id) ?? [] }]
    }),
  )
}
