import { eq } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import { SUBJECTS, type Subject } from "@/server/discussion/subjects"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { Scope } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"
import type { EthicsSubject } from "../domain/ethics"

export type CheckedSubject = Subject & { type: "product" | "item" }

/** The product or item with its scope. It asks no permission. @throws NOT_FOUND */
export async function findChecked(ctx: OpCtx, subject: EthicsSubject): Promise<CheckedSubject> {
  const [type, id] =
    "productId" in subject ? (["product", subject.productId] as const) : (["item", subject.itemId] as const)
  const [found] = await SUBJECTS[type].find(ctx, [id])
  if (!found) throw notFound(SUBJECTS[type].word)
  return { type, ...found }
}

export const scopeOfChecked = async (ctx: OpCtx, subject: EthicsSubject): Promise<Scope> =>
  (await findChecked(ctx, subject)).scope

/** The subject that a page's address names. @throws NOT_FOUND */
export async function checkedAt(
  ctx: OpCtx,
  address: { productSlug: string } | { itemKey: string },
): Promise<EthicsSubject> {
  if ("productSlug" in address) {
    const [row] = await ctx.db
      .select({ productId: products.id })
      .from(products)
      .where(own(ctx, products, eq(products.slug, address.productSlug)))
    if (!row) throw notFound("The product")
    return row
  }
  const [row] = await ctx.db
    .select({ itemId: items.id })
    .from(items)
    .where(own(ctx, items, eq(items.key, address.itemKey)))
  if (!row) throw notFound("The item")
  return row
}

export const subjectOf = (row: { productId: string | null; itemId: string | null }): EthicsSubject =>
  row.productId === null ? { itemId: row.itemId ?? "" } : { productId: row.productId }

type About = { productId: string | null; itemId: string | null }

/** The products and items that checkpoints are about, as far as the caller finds them, by their ids. */
export async function subjectsOf(ctx: OpCtx, rows: readonly About[]): Promise<Map<string, Subject>> {
  const ids = (part: keyof About) => rows.flatMap((row) => row[part] ?? [])
  const [products, items] = await Promise.all([
    SUBJECTS.product.find(ctx, ids("productId")),
    SUBJECTS.item.find(ctx, ids("itemId")),
  ])
  return new Map([...products, ...items].map((subject) => [subject.id, subject]))
}
