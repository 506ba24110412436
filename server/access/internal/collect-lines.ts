import { and, eq, gt, inArray, isNull, lte, or, type SQL, sql } from "drizzle-orm"
import { dataAssets } from "@/db/schema/catalog"
import { grants, memberships, users } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { holds } from "@/server/kernel/domain/grants"
import { grantWords } from "@/server/members/domain/grant"
import { rightsWords } from "../domain/request"
import type { ReviewFields, SnapshotLine } from "../domain/review"
import {
  chooseReviewer,
  combines,
  flagsOf,
  isPrivilegedAccess,
  isPrivilegedRole,
} from "../domain/review-flags"
import { heldAt, scopeOf, selectAccess } from "./access-rows"
import { type HeldBy, heldGrants } from "./held-grants"

type Asked = Pick<
  ReviewFields,
  "roles" | "access" | "scopeType" | "scopeId" | "ownersFirst" | "leadId" | "deputyId"
>
export type CollectedLine = SnapshotLine & { reviewerId: string }

const present = (ids: readonly (string | null | undefined)[]) => ids.filter((id) => id != null)

type People = Map<string, { lastVisitAt: string | null; joinedAt: string }>

async function presentPeople(ctx: OpCtx): Promise<People> {
  const rows = await ctx.db
    .select({ id: memberships.userId, lastVisitAt: memberships.lastVisitAt, joinedAt: memberships.joinedAt })
    .from(memberships)
    .where(own(ctx, memberships, isNull(memberships.leftAt)))
  return new Map(rows.map(({ id, ...person }) => [id, person]))
}

/** Grants of the scope itself and of what lies in it; wider grants belong to a wider review. */
function grantsWithin(ctx: OpCtx, { scopeType, scopeId }: Asked): SQL | undefined {
  if (scopeType === "workspace") return undefined
  const here = and(eq(grants.scopeType, scopeType), eq(grants.scopeId, scopeId ?? ""))
  if (scopeType === "product") return here
  const inside = ctx.db
    .select({ id: products.id })
    .from(products)
    .where(own(ctx, products, eq(products.domainId, scopeId ?? "")))
  return or(here, and(eq(grants.scopeType, "product"), inArray(grants.scopeId, inside)))
}

type Found = SnapshotLine & { answerable: string[] }

async function roleLines(ctx: OpCtx, asked: Asked, people: People, held: HeldBy): Promise<Found[]> {
  const rows = await ctx.db
    .select({ grant: grants, name: users.name, domain: domains, product: products })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .leftJoin(domains, own(ctx, domains, eq(grants.scopeType, "domain"), eq(domains.id, grants.scopeId)))
    .leftJoin(products, own(ctx, products, eq(grants.scopeType, "product"), eq(products.id, grants.scopeId)))
    .where(
      own(
        ctx,
        grants,
        isNull(grants.revokedAt),
        lte(grants.validFrom, ctx.now),
        or(isNull(grants.validUntil), gt(grants.validUntil, ctx.now)),
        grantsWithin(ctx, asked),
      ),
    )
    .orderBy(users.name, grants.id)
  const all = await ctx.db
    .select({ id: products.id, domainId: products.domainId })
    .from(products)
    .where(own(ctx, products))
  const domainOf = new Map(all.map(({ id, domainId }) => [id, domainId]))
  return rows.flatMap(({ grant, name, domain, product }): Found[] => {
    const person = people.get(grant.userId)
    if (!person) return []
    const place = product ?? domain
    const facts = {
      since: grant.validFrom,
      until: grant.validUntil,
      justification: grant.reason,
      lastVisitAt: person.lastVisitAt,
    }
    const flags = {
      privileged: isPrivilegedRole(grant.role),
      combination: combines(grant, held.get(grant.userId) ?? [], (id) => domainOf.get(id)),
      joinedAt: person.joinedAt,
    }
    return [
      {
        kind: "role",
        sourceId: grant.id,
        subjectId: grant.userId,
        subjectName: name,
        role: grant.role,
        what: grantWords({ role: grant.role, scopeType: grant.scopeType, scopeName: place?.name ?? null }),
        scopeType: grant.scopeType,
        ...facts,
        flags: flagsOf({ ...facts, ...flags }, ctx.now),
        answerable: present([place?.stewardId, place?.ownerId]),
      },
    ]
  })
}

function accessWithinScope({ scopeType, scopeId }: Asked): SQL | undefined {
  if (scopeType === "workspace") return undefined
  return scopeType === "domain" ? eq(products.domainId, scopeId ?? "") : eq(products.id, scopeId ?? "")
}

async function accessLines(ctx: OpCtx, asked: Asked, people: People, held: HeldBy): Promise<Found[]> {
  const rows = await selectAccess(ctx, heldAt(ctx.now), accessWithinScope(asked))
  const owners = await ctx.db
    .select({ id: products.id, stewardId: products.stewardId, ownerId: products.ownerId })
    .from(products)
    .where(own(ctx, products))
  const assets = await ctx.db
    .select({ id: dataAssets.id, ownerId: dataAssets.ownerId })
    .from(dataAssets)
    .where(own(ctx, dataAssets, sql`${dataAssets.ownerId} is not null`))
  const byProduct = new Map(owners.map((row) => [row.id, row]))
  const byAsset = new Map(assets.map((row) => [row.id, row.ownerId]))
  return rows.flatMap((row): Found[] => {
    const person = people.get(row.beneficiary.id)
    if (!person) return []
    const facts = {
      since: row.begins,
      until: row.validUntil,
      justification: row.reason,
      lastVisitAt: person.lastVisitAt,
    }
    const flags = {
      privileged: isPrivilegedAccess(row.rights),
      combination: holds(held.get(row.beneficiary.id) ?? [], "access.approve", scopeOf(row)),
      joinedAt: person.joinedAt,
    }
    const product = row.product && byProduct.get(row.product.id)
    return [
      {
        kind: "access",
        sourceId: row.id,
        subjectId: row.beneficiary.id,
        subjectName: row.beneficiary.name,
        role: null,
        what: `${rightsWords(row.rights)} on ${row.subject.name}`,
        scopeType: row.product ? "product" : "workspace",
        ...facts,
        flags: flagsOf({ ...facts, ...flags }, ctx.now),
        answerable: present([product?.stewardId, product?.ownerId, byAsset.get(row.subject.id)]),
      },
    ]
  })
}

/** Every role and access in the scope as they stand now, each with the person who would review it. */
export async function collectLines(ctx: OpCtx, asked: Asked): Promise<CollectedLine[]> {
  const [people, held] = [await presentPeople(ctx), await heldGrants(ctx)]
  const found = [
    ...(asked.roles ? await roleLines(ctx, asked, people, held) : []),
    ...(asked.access ? await accessLines(ctx, asked, people, held) : []),
  ]
  const able = (id: string) => holds(held.get(id) ?? [], "reviews.decide")
  return found.map(({ answerable, ...line }) => ({
    ...line,
    reviewerId: chooseReviewer(line.subjectId, asked.ownersFirst ? answerable.filter(able) : [], asked),
  }))
}
