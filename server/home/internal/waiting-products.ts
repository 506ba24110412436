import { and, asc, eq, ne, or, sql } from "drizzle-orm"
import { memberships } from "@/db/schema/members"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { productWithin } from "@/server/products/within-reach"
import { SOURCE_LIMIT } from "../waiting-source"
import { mayUse, pageOf } from "./may-use"

/** True where somebody is named who still is a member. */
const present = (
  person: typeof products.ownerId | typeof products.stewardId,
) => sql<boolean>`exists (select 1 from ${memberships} m
  where m.workspace_id = ${products.workspaceId} and m.user_id = ${person} and m.left_at is null)`

const inWords = (lacks: string[]) => `no ${lacks.join(" and no ")}`

/** Products nobody answers for, for those who look after all of them; and gaps in the products I own. */
export async function waitingProducts(ctx: OpCtx): Promise<WaitingThing[]> {
  const hasOwner = present(products.ownerId)
  const hasSteward = present(products.stewardId)
  const mine = and(
    eq(products.ownerId, ctx.userId),
    or(eq(products.question, ""), eq(products.description, "")),
    productWithin(ctx.reach("products.edit")),
  )
  const orphans = mayUse(ctx, "domains.edit", WORKSPACE_SCOPE)
    ? sql`not (${hasOwner} and ${hasSteward})`
    : undefined
  const rows = await ctx.db
    .select({
      id: products.id,
      slug: products.slug,
      name: products.name,
      domain: domains.name,
      lacksOwner: sql<boolean>`not ${hasOwner}`,
      lacksSteward: sql<boolean>`not ${hasSteward}`,
      lacksQuestion: sql<boolean>`${products.question} = ''`,
      lacksDescription: sql<boolean>`${products.description} = ''`,
      isMine: sql<boolean>`coalesce(${products.ownerId} = ${ctx.userId}, false)`,
    })
    .from(products)
    .innerJoin(domains, and(eq(domains.workspaceId, products.workspaceId), eq(domains.id, products.domainId)))
    .where(own(ctx, products, ne(products.lifecycle, "retired"), or(mine, orphans)))
    .orderBy(asc(products.name), asc(products.id))
    .limit(SOURCE_LIMIT)
  return rows.map((row) => {
    const people = orphans
      ? [row.lacksOwner && "owner", row.lacksSteward && "steward"].filter((word) => word !== false)
      : []
    const words = row.isMine
      ? [row.lacksQuestion && "question", row.lacksDescription && "description"].filter(
          (word) => word !== false,
        )
      : []
    return {
      kind: "product",
      id: row.id,
      title: `${row.name} has ${inWords([...people, ...words])}`,
      detail: `${row.domain}. ${people.length > 0 ? "Nobody answers for it until somebody is named" : "Readers cannot tell what it is for"}`,
      state: "incomplete",
      action: {
        label:
          people.length > 0 ? `Name ${people[0] === "owner" ? "an owner" : "a steward"}` : "Complete product",
        href: pageOf(ctx, `/products/${row.slug}?edit=1`),
      },
    }
  })
}
