import { createHash } from "node:crypto"
import { type SQL, sql } from "drizzle-orm"
import { knownFacts } from "@/db/schema/known-facts"
import { personalFieldsOf } from "@/server/catalog/personal-fields-of"
import type { OpCtx } from "@/server/kernel/context"
import { rowsOf } from "@/server/kernel/database"
import { canonicalText } from "@/server/kernel/domain/canonical-text"
import { newId } from "@/server/kernel/domain/id"
import { type FactDrift, factChanges, type KnownFact } from "../domain/known-facts"
import { factSource } from "../fact-source"
import { uuids } from "./uuids"

/** What is known now of the data of each of these products, in a fixed order. */
export async function presentFacts(
  ctx: OpCtx,
  productIds: readonly string[],
): Promise<Map<string, KnownFact[]>> {
  const known = new Map(productIds.map((id): [string, KnownFact[]] => [id, []]))
  const ids = [...known.keys()]
  const [fields, others] = await Promise.all([personalFieldsOf(ctx, ids), factSource()(ctx, ids)])
  for (const { productId, assetId, asset, field, class: kind, level } of fields) {
    const what = `Field ${field} of ${asset}`
    known.get(productId)?.push({ key: `field ${assetId} ${field}`, what, value: `${kind}, ${level}` })
  }
  for (const { productId, ...fact } of others) known.get(productId)?.push(fact)
  for (const facts of known.values()) facts.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return known
}

/** The same for what a screening or an assessment covers; null where it is about one item. */
export async function presentFactsOf(
  ctx: OpCtx,
  { productId, itemId }: { productId: string | null; itemId: string | null },
): Promise<KnownFact[] | null> {
  if (productId === null || itemId !== null) return null
  return (await presentFacts(ctx, [productId])).get(productId) ?? []
}

/** Tells one state of the facts from another; what an officer hands back of what they saw. */
const factsDigest = (facts: readonly KnownFact[]) =>
  createHash("sha256").update(canonicalText(facts)).digest("hex")

type FactSubject = { screeningId: string } | { assessmentId: string }

/** Keeps the facts that a version covers. */
export async function noteFacts(
  ctx: OpCtx,
  subject: FactSubject,
  { version, facts, reason = "" }: { version: number; facts: KnownFact[]; reason?: string },
): Promise<void> {
  const { workspaceId, userId: notedBy, now: notedAt } = ctx
  await ctx.db
    .insert(knownFacts)
    .values({ workspaceId, id: newId(), ...subject, version, facts, reason, notedBy, notedAt })
}

type NotedFacts = {
  id: string
  productId: string
  version: number
  facts: KnownFact[]
  reason: string
  notedAt: string
  by: string
}

export type FactKind = "screening" | "assessment"

const SUBJECTS: Record<FactKind, SQL> = {
  screening: sql`select s.id, s.product_id, s.version from screenings s where s.item_id is null and s.submitted_at is not null`,
  assessment: sql`select s.id, s.product_id, s.version from assessments s
    where s.item_id is null and s.submitted_version = s.version and s.archived_at is null`,
}

/** The facts that present versions cover, of those that were handed in and speak for a whole product. */
export async function notedFacts(ctx: OpCtx, kind: FactKind, ids: readonly string[]): Promise<NotedFacts[]> {
  if (ids.length === 0) return []
  const column = sql.raw(kind === "screening" ? "screening_id" : "assessment_id")
  return rowsOf<NotedFacts>(
    ctx.db,
    sql`select s.id, s.product_id as "productId", s.version::int as version, f.facts, f.reason, u.name as by,
        to_char(f.noted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "notedAt"
      from (${SUBJECTS[kind]} and s.workspace_id = ${ctx.workspaceId} and s.id = any(${uuids(ids)})) s
      cross join lateral (select x.facts, x.reason, x.noted_by, x.noted_at from known_facts x
        where x.workspace_id = ${ctx.workspaceId} and x.${column} = s.id and x.version = s.version
        order by x.noted_at desc, x.id desc limit 1) f
      join users u on u.id = f.noted_by`,
  )
}

/** How the present version stands to what is known now, and those facts; null where none were kept with it. */
export async function readDrift(
  ctx: OpCtx,
  kind: FactKind,
  id: string,
): Promise<{ drift: FactDrift; facts: KnownFact[] } | null> {
  const [noted] = await notedFacts(ctx, kind, [id])
  if (!noted) return null
  const facts = (await presentFacts(ctx, [noted.productId])).get(noted.productId) ?? []
  const { notedAt: since, by, reason } = noted
  return {
    facts,
    drift: { changes: factChanges(noted.facts, facts), since, by, reason, seen: factsDigest(facts) },
  }
}

/** The same for a page. */
export const factDrift = async (ctx: OpCtx, kind: FactKind, id: string): Promise<FactDrift | null> =>
  (await readDrift(ctx, kind, id))?.drift ?? null
