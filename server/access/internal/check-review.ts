import { eq } from "drizzle-orm"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { invalidField } from "@/server/kernel/errors"
import { requireMembers } from "@/server/kernel/require-members"
import { dueMoment, type ReviewFields } from "../domain/review"
import { whoHolds } from "./held-grants"

/** Name of the domain or product that is reviewed; null for the whole workspace or when it is not of this one. */
export async function scopeName(
  ctx: OpCtx,
  { scopeType, scopeId }: Pick<ReviewFields, "scopeType" | "scopeId">,
): Promise<string | null> {
  if (scopeType === "workspace" || scopeId === null) return null
  const table = scopeType === "domain" ? domains : products
  const [row] = await ctx.db
    .select({ name: table.name })
    .from(table)
    .where(own(ctx, table, eq(table.id, scopeId)))
  return row?.name ?? null
}

/** @throws INVALID naming the field: a scope or people of elsewhere, people who decide nothing, a day that has passed. */
export async function checkReview(ctx: OpCtx, fields: ReviewFields): Promise<void> {
  const { leadId, deputyId } = fields
  await requireMembers(ctx, { leadId, deputyId })
  if (fields.scopeType !== "workspace" && (await scopeName(ctx, fields)) === null)
    throw invalidField("scopeId", `Choose a ${fields.scopeType} of this workspace`)
  if (dueMoment(fields) <= ctx.now) throw invalidField("dueOn", "Choose a day that has not passed")
  const able = await whoHolds(ctx, [leadId, deputyId], "reviews.decide")
  const unable = Object.entries({ leadId, deputyId }).find(([, id]) => !able.includes(id))
  if (unable) throw invalidField(unable[0], "Choose somebody with a role that may decide; an auditor may not")
}
