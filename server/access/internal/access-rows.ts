import { and, asc, desc, eq, or, type SQL, sql } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { accessExecutions, accessRequests, accessRevocations } from "@/db/schema/access"
import { approvalRequests } from "@/db/schema/approvals"
import { dataAssets } from "@/db/schema/catalog"
import { memberships, users } from "@/db/schema/members"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Scope, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"
import { productIdsWithin } from "@/server/products/within-reach"
import type { AccessRow } from "../domain/access-row"
import { accessState, beganAt, endedAt } from "../domain/access-state"

const beneficiary = alias(users, "beneficiary")
const requester = alias(users, "requester")
const revoker = alias(users, "revoker")
const granted = alias(accessExecutions, "granted")
const removed = alias(accessExecutions, "removed")
const granter = alias(users, "granter")
const remover = alias(users, "remover")
const asked = alias(approvalRequests, "asked")

/** The moment the person left; whoever came back after the approval had left in between. */
const LEFT_AT = sql<string | null>`coalesce(${memberships.leftAt},
  case when ${memberships.joinedAt} > ${approvalRequests.approvedAt} then ${memberships.joinedAt} end)`.mapWith(
  memberships.joinedAt,
) as SQL<string | null>
const BEGAN = sql`greatest(${accessRequests.validFrom}, ${approvalRequests.approvedAt})`
const ENDED = sql`least(${accessRequests.validUntil}, ${accessRevocations.revokedAt}, ${LEFT_AT})`

/** Condition: access held at some moment of the span, its end left out. */
export function heldWithin(from: string, to: string): SQL {
  return sql`${approvalRequests.approvedAt} is not null and ${BEGAN} < ${to}::timestamptz
    and ${ENDED} > ${from}::timestamptz and ${BEGAN} < ${ENDED}`
}

/** Condition: access held at the moment. */
export function heldAt(moment: string): SQL {
  return sql`${approvalRequests.approvedAt} is not null and ${BEGAN} <= ${moment}::timestamptz
    and ${ENDED} > ${moment}::timestamptz`
}

/** Condition: set up or not recorded as such, and to be set up now. */
export function toSetUp(moment: string): SQL {
  return sql`${heldAt(moment)} and ${granted.act} is null`
}

/** Condition: set up once, over by now, and not recorded as removed. */
export function toRemove(moment: string): SQL {
  return sql`${granted.act} is not null and ${removed.act} is null and ${approvalRequests.approvedAt} is not null
    and ${ENDED} <= ${moment}::timestamptz`
}

const PRODUCT_ID = sql`coalesce(${accessRequests.productId}, ${dataAssets.productId})`

/** Condition: given, and ended early because the person left. */
export function leftWith(): SQL {
  return sql`${approvalRequests.approvedAt} is not null and ${LEFT_AT} < ${accessRequests.validUntil}`
}

/** Condition: requests about products where the permission is held. Undefined when that is everywhere. */
export function accessWithin(ctx: OpCtx, permission: "access.read" | "access.approve" | "access.execute") {
  const within = productIdsWithin(ctx, permission)
  return within && sql`${PRODUCT_ID} in ${within}`
}

/** Condition: requests that the caller may read: in reach, and what they asked for or would get. */
export function accessVisible(ctx: OpCtx): SQL | undefined {
  const within = accessWithin(ctx, "access.read")
  return (
    within &&
    or(within, eq(accessRequests.beneficiaryId, ctx.userId), eq(accessRequests.requestedBy, ctx.userId))
  )
}

/** Its name is that of the table: what is asked of `approval_requests` is asked of the latest approval of the request. */
function latestApproval(ctx: OpCtx) {
  const { workspaceId, id, state, approvedAt, requestedAt, closedAt } = asked
  return ctx.db
    .select({ workspaceId, id, state, approvedAt })
    .from(asked)
    .where(
      own(
        ctx,
        asked,
        eq(asked.kind, "access_request"),
        eq(asked.subjectId, accessRequests.id),
        eq(asked.subjectVersion, accessRequests.version),
      ),
    )
    .orderBy(desc(requestedAt), sql`${closedAt} is null desc`, desc(id))
    .limit(1)
    .as("approval_requests")
}

function selection(ctx: OpCtx) {
  return ctx.db
    .select({
      request: accessRequests,
      product: { id: products.id, slug: products.slug, name: products.name, domainId: products.domainId },
      asset: { id: dataAssets.id, key: dataAssets.key, name: dataAssets.name },
      beneficiary: { id: beneficiary.id, name: beneficiary.name },
      requester: { id: requester.id, name: requester.name },
      approval: {
        id: approvalRequests.id,
        state: approvalRequests.state,
        approvedAt: approvalRequests.approvedAt,
      },
      leftAt: LEFT_AT,
      revokedAt: accessRevocations.revokedAt,
      revokeReason: accessRevocations.reason,
      revokedBy: revoker.name,
      granted: { by: granter.name, on: granted.doneOn, evidence: granted.evidence },
      removed: { by: remover.name, on: removed.doneOn, evidence: removed.evidence },
      total: sql<number>`count(*) over ()::int`,
    })
    .from(accessRequests)
    .innerJoin(beneficiary, eq(beneficiary.id, accessRequests.beneficiaryId))
    .innerJoin(requester, eq(requester.id, accessRequests.requestedBy))
    .innerJoin(memberships, own(ctx, memberships, eq(memberships.userId, accessRequests.beneficiaryId)))
    .leftJoinLateral(latestApproval(ctx), sql`true`)
    .leftJoin(
      accessRevocations,
      own(ctx, accessRevocations, eq(accessRevocations.requestId, accessRequests.id)),
    )
    .leftJoin(revoker, eq(revoker.id, accessRevocations.revokedBy))
    .leftJoin(
      granted,
      and(own(ctx, granted, eq(granted.requestId, accessRequests.id)), eq(granted.act, "granted")),
    )
    .leftJoin(
      removed,
      and(own(ctx, removed, eq(removed.requestId, accessRequests.id)), eq(removed.act, "removed")),
    )
    .leftJoin(granter, eq(granter.id, granted.doneBy))
    .leftJoin(remover, eq(remover.id, removed.doneBy))
    .leftJoin(dataAssets, own(ctx, dataAssets, eq(dataAssets.id, accessRequests.assetId)))
    .leftJoin(products, own(ctx, products, eq(products.id, PRODUCT_ID)))
}

type Selected = Awaited<ReturnType<ReturnType<typeof selection>["execute"]>>[number]

const execution = (given: Selected["granted"]) =>
  given?.on ? { by: given.by ?? "", on: given.on, evidence: given.evidence ?? "" } : null

function shaped(row: Selected, now: string): AccessRow {
  const { request, approval, asset, product } = row
  const { leftAt } = row
  const facts = {
    approval: approval && { state: approval.state, approvedAt: approval.approvedAt },
    validFrom: request.validFrom,
    validUntil: request.validUntil,
    revokedAt: row.revokedAt,
    leftAt,
  }
  const approvedAt = approval?.approvedAt ?? null
  return {
    id: request.id,
    subject: asset?.id
      ? { type: "asset", id: asset.id, key: asset.key, name: asset.name }
      : { type: "product", id: product?.id ?? "", key: product?.slug ?? "", name: product?.name ?? "" },
    product: product?.id ? product : null,
    beneficiary: row.beneficiary,
    requester: row.requester,
    purpose: request.purpose,
    reason: request.reason,
    rights: request.rights,
    validFrom: request.validFrom,
    validUntil: request.validUntil,
    requestedAt: request.requestedAt,
    renewsId: request.renewsId,
    version: request.version,
    approvalId: approval?.id ?? null,
    approvedAt,
    begins: beganAt(request.validFrom, approvedAt ?? request.validFrom),
    ends: endedAt(facts),
    state: accessState(facts, now),
    revocation: row.revokedAt
      ? { at: row.revokedAt, by: row.revokedBy, reason: row.revokeReason ?? "" }
      : leftAt && approvedAt
        ? { at: leftAt, by: null, reason: "Left the workspace" }
        : null,
    granted: execution(row.granted),
    removed: execution(row.removed),
  }
}

const BY_PERSON = [asc(beneficiary.name), asc(accessRequests.validUntil), asc(accessRequests.id)]

type Page = { offset?: number; limit: number; order?: SQL }

/** Some requests with the state they are in now, and how many there are in all. By person unless `order` says other. */
export async function pageOfAccess(
  ctx: OpCtx,
  { offset = 0, limit, order }: Page,
  ...conditions: (SQL | undefined)[]
): Promise<{ rows: AccessRow[]; total: number }> {
  const where = own(ctx, accessRequests, ...conditions)
  const found = await selection(ctx)
    .where(where)
    .orderBy(...(order ? [order] : []), ...BY_PERSON)
    .limit(limit)
    .offset(offset)
  // Beyond the end no row carries the total; any row that is found does.
  const [counted] = found.length > 0 || offset === 0 ? found : await selection(ctx).where(where).limit(1)
  return { rows: found.map((row) => shaped(row, ctx.now)), total: counted?.total ?? 0 }
}

/** All of them, by person: for what must be whole, such as an export or a snapshot. */
export async function selectAccess(ctx: OpCtx, ...conditions: (SQL | undefined)[]): Promise<AccessRow[]> {
  const found = await selection(ctx)
    .where(own(ctx, accessRequests, ...conditions))
    .orderBy(...BY_PERSON)
  return found.map((row) => shaped(row, ctx.now))
}

/** One request that the caller may read. @throws NOT_FOUND */
export async function fetchAccess(ctx: OpCtx, id: string): Promise<AccessRow> {
  const [row] = await selectAccess(ctx, eq(accessRequests.id, id), accessVisible(ctx))
  if (!row) throw notFound("The access request")
  return row
}

/** Where permissions for it are asked. */
export const scopeOf = ({ product }: Pick<AccessRow, "product">): Scope =>
  product ? { type: "product", productId: product.id, domainId: product.domainId } : WORKSPACE_SCOPE
