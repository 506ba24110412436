import { eq } from "drizzle-orm"
import { items } from "@/db/schema/backlog"
import { products } from "@/db/schema/products"
import { SUBJECTS } from "@/server/discussion/subjects"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { Scope } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"
import type { ScreeningSubject, SubjectAddress } from "../domain/screening-input"
import type { SubjectRow } from "../domain/screening-row"

type FoundSubject = SubjectRow & { scope: Scope }

const refOf = (subject: ScreeningSubject) =>
  "productId" in subject
    ? { type: "product" as const, id: subject.productId }
    : { type: "item" as const, id: subject.itemId }

/** The product or item with its scope. It asks no permission. @throws NOT_FOUND */
export async function findSubject(ctx: OpCtx, subject: ScreeningSubject): Promise<FoundSubject> {
  const { type, id } = refOf(subject)
  const [found] = await SUBJECTS[type].find(ctx, [id])
  if (!found) throw notFound(type === "product" ? "The product" : "The item")
  return { type, ...found }
}

/** The same, readable for the caller. @throws NOT_FOUND, FORBIDDEN */
export async function openSubject(ctx: OpCtx, subject: ScreeningSubject): Promise<FoundSubject> {
  const found = await findSubject(ctx, subject)
  ctx.require("dpia.read", found.scope)
  return found
}

export const scopeOfSubject = async (ctx: OpCtx, subject: ScreeningSubject): Promise<Scope> =>
  (await findSubject(ctx, subject)).scope

export const subjectOfRow = (row: { productId: string | null; itemId: string | null }): ScreeningSubject =>
  row.productId === null ? { itemId: row.itemId ?? "" } : { productId: row.productId }

/** What an audit record names. */
export const targetOf = ({ type, id, name }: SubjectRow) => ({ type: type as string, id, name })

/** The subject that an address names. @throws NOT_FOUND */
export async function subjectAt(
  ctx: OpCtx,
  asked: ScreeningSubject | SubjectAddress,
): Promise<ScreeningSubject> {
  if ("productSlug" in asked) {
    const [row] = await ctx.db
      .select({ productId: products.id })
      .from(products)
      .where(own(ctx, products, eq(products.slug, asked.productSlug)))
    if (!row) throw notFound("The product")
    return row
  }
  if ("itemKey" in asked) {
    const [row] = await ctx.db
      .select({ itemId: items.id })
      .from(items)
      .where(own(ctx, items, eq(items.key, asked.itemKey)))
    if (!row) throw notFound("The item")
    return row
  }
  return asked
}
