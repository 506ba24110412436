import { eq, inArray } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { type Scope, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { ScopedPermission } from "@/server/kernel/domain/permissions"
import { notFound } from "@/server/kernel/errors"
import type { RelationKind, RelationWord } from "../domain/relation"

type End = { id: string; key: string; title: string; archivedAt: string | null; scope: Scope }

/** The two items of a relation, in the order asked for. @throws NOT_FOUND, FORBIDDEN where the permission lacks. */
export async function fetchEnds(
  ctx: OpCtx,
  ids: readonly [string, string],
  permission: ScopedPermission,
): Promise<[End, End]> {
  const rows = await ctx.db
    .select({
      id: items.id,
      key: items.key,
      title: items.title,
      archivedAt: items.archivedAt,
      productId: items.productId,
      domainId: products.domainId,
    })
    .from(items)
    .leftJoin(products, own(ctx, products, eq(products.id, items.productId)))
    .where(own(ctx, items, inArray(items.id, [...ids])))
  const ends = ids.map((id) => {
    const row = rows.find((one) => one.id === id)
    if (!row) throw notFound("The item")
    const { productId, domainId, ...end } = row
    const scope: Scope = productId && domainId ? { type: "product", productId, domainId } : WORKSPACE_SCOPE
    ctx.require(permission, scope)
    return { ...end, scope }
  })
  return [ends[0]!, ends[1]!]
}

/** A relation as it is kept: "is blocked by" turned round, a symmetric kind with the smaller id first. */
export function keptAs(fromId: string, toId: string, word: RelationWord) {
  if (word === "blocked_by") return { kind: "blocks" as RelationKind, fromId: toId, toId: fromId }
  if (word === "duplicated_by") return { kind: "duplicates" as RelationKind, fromId: toId, toId: fromId }
  return word === "relates"
    ? symmetric("relates", fromId, toId)
    : { kind: word as RelationKind, fromId, toId }
}

export function symmetric(kind: RelationKind, a: string, b: string) {
  return a < b ? { kind, fromId: a, toId: b } : { kind, fromId: b, toId: a }
}
