import { type SQL, sql } from "drizzle-orm"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { assessmentKey, assessmentPath } from "./domain/assessment-row"
import type { ConsultationFacts } from "./domain/consultation"
import { releaseBlock } from "./domain/release-block"
import { uuids } from "./internal/uuids"

/** Where an assessment in use stands with the supervisory authority. */
export type ConsultationStanding = {
  productId: string
  /** Null: it is about the product as a whole. */
  itemId: string | null
  /** "DPIA-3" */
  key: string
  /** Of its consultation, inside the workspace. */
  path: string
  /** A high risk remains. */
  high: boolean
  /** The authority received the request. */
  asked: boolean
  adviceOn: string | null
  /** Why the release waits; null: it does not. */
  reason: string | null
}

type Row = {
  productId: string
  itemId: string | null
  number: number
  high: boolean
  consultation: ConsultationFacts
}

/** A version that was approved speaks until the next one is: lowering the risk in a draft lifts nothing. */
const high = sql`case when x.risk_weight = 'high' then true
  when v.version <> x.version then coalesce((v.content::jsonb ->> 'consultationNeeded')::boolean, false)
  else false end`

type About = { productIds: readonly string[]; itemIds?: readonly string[] }

/** Which assessments `x` are about them; undefined: none. */
function aboutSql({ productIds, itemIds = [] }: About): SQL | undefined {
  if (productIds.length + itemIds.length === 0) return undefined
  const ofItems: SQL = itemIds.length > 0 ? sql`or x.item_id = any(${uuids(itemIds)})` : sql``
  return sql`((x.item_id is null and x.product_id = any(${uuids(productIds)})) ${ofItems})`
}

/**
 * The assessments of products and items that are in use, in the order of their numbers; "all" of the workspace. It asks no
 * permission.
 */
export async function consultationStandings(
  ctx: OpCtx,
  about: About | "all",
): Promise<ConsultationStanding[]> {
  const wanted = about === "all" ? sql`true` : aboutSql(about)
  if (!wanted) return []
  const rows = await rowsOf<Row>(
    ctx.db,
    sql`select x.product_id as "productId", x.item_id as "itemId", x.number::int as number, ${high} as high, x.consultation
      from assessments x
      left join lateral (
        select r.subject_version from approval_requests r
        where r.workspace_id = ${ctx.workspaceId} and r.kind = 'dpia' and r.subject_id = x.id and r.approved_at is not null
        order by r.subject_version desc limit 1) a on true
      left join assessment_revisions v on v.workspace_id = ${ctx.workspaceId} and v.assessment_id = x.id
        and v.version = a.subject_version
      where x.workspace_id = ${ctx.workspaceId} and x.archived_at is null and ${wanted}
      order by x.number`,
  )
  const today = ctx.now.slice(0, 10)
  return rows.map(({ number, consultation, ...row }) => {
    const key = assessmentKey(number)
    const reason = releaseBlock({ key, high: row.high, facts: consultation }, today) ?? null
    const path = `${assessmentPath(number)}?part=consultation`
    const { receivedOn, adviceOn } = consultation
    const { productId, itemId, high } = row
    return { productId, itemId, high, key, path, asked: receivedOn !== null, adviceOn, reason }
  })
}
