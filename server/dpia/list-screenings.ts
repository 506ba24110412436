import { type SQL, sql } from "drizzle-orm"
import { z } from "zod"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { pageInput } from "@/server/kernel/domain/page"
import { query } from "@/server/kernel/operation"
import { contains } from "@/server/products/within-reach"
import { changedFacts } from "./changed-facts"
import type { ListedScreening, ScreeningFilter, ScreeningState } from "./domain/screening-row"
import { screeningFilterSchema } from "./domain/screening-row"
import {
  decisionSql,
  owedJoin,
  owingSql,
  screeningStateSql,
  standingOf,
  subjectsSql,
} from "./internal/screening-list"

type Row = Omit<ListedScreening, "subject" | "product" | "updatedAt" | "changedFacts"> & {
  type: "product" | "item"
  id: string
  name: string
  title: string
  path: string
  productId: string | null
  productSlug: string | null
  productName: string | null
  updatedAt: string | null
}

function conditionOf({ search, types }: ScreeningFilter): SQL {
  const parts = [sql`true`]
  if (search) parts.push(sql`(${contains(sql`u.name`, search)} or ${contains(sql`u.title`, search)})`)
  if (types.length > 0) parts.push(sql`u.type in ${types}`)
  return sql.join(parts, sql` and `)
}

/** With a filter on states every subject's state is looked at; without one only those of the page. */
function pageOf(ctx: OpCtx, filter: ScreeningFilter, offset: number, limit: number): SQL {
  const found = sql`select * from (${subjectsSql(ctx)}) u where ${conditionOf(filter)}`
  const cut = sql`order by u.type desc, u.name, u.id limit ${limit} offset ${offset}`
  if (filter.states.length === 0) return sql`${found} ${cut}`
  return sql`select u.* from (${found}) u ${standingOf(ctx)} where ${screeningStateSql} in ${filter.states} ${cut}`
}

type Counts = {
  total: number
  /** Owe a declaration or a screening. */
  owing: number
}

async function countsOf(ctx: OpCtx, filter: ScreeningFilter): Promise<Counts> {
  const standing = filter.states.length > 0 ? standingOf(ctx) : sql``
  const state = filter.states.length > 0 ? sql`and ${screeningStateSql} in ${filter.states}` : sql``
  const [row] = await rowsOf<Counts>(
    ctx.db,
    sql`select count(*)::int as total, (count(*) filter (where ${owingSql}))::int as owing
      from (${subjectsSql(ctx)}) u ${owedJoin(ctx)} ${standing} where ${conditionOf(filter)} ${state}`,
  )
  return row ?? { total: 0, owing: 0 }
}

/**
 * Products, and items about which something was declared, with the state of their screening: products first, by name.
 * `total` and `owing` count everything that the filter finds.
 */
export const listScreenings = query("dpia.listScreenings", {
  permission: "dpia.read",
  at: "rows",
  input: z.object({
    filter: screeningFilterSchema.prefault({}),
    ...pageInput,
  }),
  async run(ctx, { filter, offset, limit }): Promise<Counts & { screenings: ListedScreening[] }> {
    const rows = await rowsOf<Row>(
      ctx.db,
      sql`select u.type, u.id, u.name, u.title, u.path,
          u.product_id as "productId", u.product_slug as "productSlug", u.product_name as "productName",
          d.personal_data as "personalData", s.id as "screeningId", ${screeningStateSql} as state, s.verdict, ${decisionSql} as decision,
          s.version::int as version,
          to_char(s.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "updatedAt",
          array(select 'DPIA-' || x.number from assessments x
            where x.workspace_id = ${ctx.workspaceId} and x.archived_at is null and x.product_id = u.product_id
              and (u.type = 'product' or x.item_id = u.id)
            order by x.number desc limit 5) as assessments
        from (${pageOf(ctx, filter, offset, limit)}) u ${standingOf(ctx)}
        order by u.type desc, u.name, u.id`,
    )
    const changed = await changedFacts(
      ctx,
      "screening",
      rows.flatMap(({ screeningId }) => screeningId ?? []),
    )
    const screenings = rows.map(
      ({ type, id, name, title, path, productId, productSlug, productName, ...row }) => ({
        subject: { type, id, name, title, path },
        product:
          productId && productSlug ? { id: productId, slug: productSlug, name: productName ?? "" } : null,
        ...row,
        state: row.state as ScreeningState,
        changedFacts: changed.get(row.screeningId ?? "")?.length ?? 0,
      }),
    )
    return { screenings, ...(await countsOf(ctx, filter)) }
  },
})
