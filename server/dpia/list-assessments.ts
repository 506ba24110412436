import { type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { pageInput } from "@/server/kernel/domain/page"
import { query } from "@/server/kernel/operation"
import { contains } from "@/server/products/within-reach"
import { changedFacts } from "./changed-facts"
import {
  type AssessmentFilter,
  assessmentFilterSchema,
  assessmentKey,
  assessmentNumber,
  type ListedAssessment,
} from "./domain/assessment-row"
import { approvalJoin, assessmentStateSql, openJoin } from "./internal/assessment-list"
import { reachable } from "./internal/screening-list"

type Row = Omit<ListedAssessment, "key" | "product" | "author" | "changedFacts"> & {
  number: number
  productId: string
  productSlug: string
  productName: string
  authorId: string
  authorName: string
}

function conditionOf(ctx: OpCtx, { search, states, productIds }: AssessmentFilter): SQL {
  const parts = [sql`x.workspace_id = ${ctx.workspaceId}`]
  if (ctx.reach("dpia.read") !== "all") parts.push(reachable(ctx))
  if (search) {
    const number = assessmentNumber(search) ?? -1
    const named = sql.join(
      [sql`x.name`, sql`x.category`, sql`p.name`].map((column) => contains(column, search)),
      sql` or `,
    )
    parts.push(sql`(x.number = ${number} or ${named})`)
  }
  if (productIds.length > 0) parts.push(sql`x.product_id in ${productIds}`)
  if (states.length > 0) parts.push(sql`${assessmentStateSql} in ${states}`)
  else parts.push(sql`x.archived_at is null`)
  return sql.join(parts, sql` and `)
}

const time = (column: SQL) => sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

type Counts = {
  total: number
  /** Wait for approval. */
  waiting: number
  /** With a high risk that remains. */
  high: number
}

/**
 * One page of the assessments, newest first; archived ones only when asked for. `total`, `waiting` and `high` count
 * everything that the filter finds. States are looked up for the rows of the page alone unless the filter asks for some.
 */
export const listAssessments = query("dpia.listAssessments", {
  permission: "dpia.read",
  at: "rows",
  input: z.object({
    filter: assessmentFilterSchema.prefault({}),
    ...pageInput,
  }),
  async run(ctx, { filter, offset, limit }): Promise<Counts & { assessments: ListedAssessment[] }> {
    const products = sql`join products p on p.workspace_id = x.workspace_id and p.id = x.product_id`
    const approval = filter.states.length > 0 ? approvalJoin(ctx) : sql``
    // Joined to every assessment only where the condition asks about products.
    const limited = filter.search !== "" || ctx.reach("dpia.read") !== "all"
    const joined = sql`from assessments x ${limited ? products : sql``} ${approval}`
    const found = sql`where ${conditionOf(ctx, filter)}`
    const [rows, [counts]] = await Promise.all([
      rowsOf<Row>(
        ctx.db,
        sql`select x.id, x.number::int as number, x.name, x.category, x.version::int as version,
            p.id as "productId", p.slug as "productSlug", p.name as "productName", u.id as "authorId", u.name as "authorName",
            ${assessmentStateSql} as state, a.subject_version::int as "approvedVersion", ${time(sql`a.approved_at`)} as "approvedAt",
            x.progress::int as progress, x.risk_weight as "riskWeight", x.review_on::text as "reviewOn",
            ${time(sql`x.updated_at`)} as "updatedAt"
          from (select x.* ${joined} ${found} order by x.number desc limit ${limit} offset ${offset}) x
          ${products} join users u on u.id = x.author_id ${approvalJoin(ctx)}
          order by x.number desc`,
      ),
      rowsOf<Counts>(
        ctx.db,
        sql`select count(*)::int as total, (count(*) filter (where x.risk_weight = 'high'))::int as high,
          (count(w.subject_id) filter (where x.archived_at is null))::int as waiting ${joined} ${openJoin(ctx)} ${found}`,
      ),
    ])
    const changed = await changedFacts(
      ctx,
      "assessment",
      rows.map(({ id }) => id),
    )
    const assessments = rows.map((row) => ({
      ...listed(row),
      changedFacts: changed.get(row.id)?.length ?? 0,
    }))
    return { assessments, ...(counts ?? { total: 0, waiting: 0, high: 0 }) }
  },
})

function listed(row: Row): Omit<ListedAssessment, "changedFacts"> {
  const { number, productId, productSlug, productName, authorId, authorName, approvedVersion, ...rest } = row
  return {
    ...rest,
    key: assessmentKey(number),
    product: { id: productId, slug: productSlug, name: productName },
    author: { id: authorId, name: authorName },
    approvedVersion: rest.approvedAt === null ? null : approvedVersion,
  }
}
