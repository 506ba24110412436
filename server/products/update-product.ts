import { and, eq } from "drizzle-orm"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { changedFields } from "@/server/kernel/domain/changed-fields"
import { conflict, invalidField, notFound, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { updateProductInput } from "./domain/product"
import { productFacts } from "./internal/product-facts"
import { getProductRow } from "./internal/product-rows"
import { domainScope, productScope } from "./internal/scopes"
import { askReleaseGate } from "./release-gate"

async function editableRow(ctx: OpCtx, id: string) {
  const [row] = await ctx.db
    .select()
    .from(products)
    .where(own(ctx, products, eq(products.id, id)))
  if (!row) throw notFound("The product")
  const { domainId, name, question, description, lifecycle, ownerId, stewardId } = row
  return {
    version: row.version,
    fields: { domainId, name, question, description, lifecycle, ownerId, stewardId },
  }
}

/**
 * Changes a product. A change of lifecycle state needs a reason; a move needs the permission in the new domain too.
 * @throws CONFLICT with the product as it stands when somebody else saved first, RULE_BROKEN saying what stands against
 * its going live.
 */
export const updateProduct = command("products.updateProduct", {
  permission: "products.edit",
  at: (ctx, input) => productScope(ctx, input.id),
  input: updateProductInput,
  async run(ctx, { id, version, changes, reason }) {
    const row = await editableRow(ctx, id)
    const stale = async () => conflict("The product", await getProductRow(ctx, eq(products.id, id)))
    if (row.version !== version) throw await stale()
    const changed = changedFields(row.fields, changes)
    if (!changed) return { id, version }
    const { before, after } = changed
    if (after.lifecycle && !reason) {
      throw invalidField("reason", "Say why the lifecycle state changes; the reason is recorded")
    }
    if (after.lifecycle === "live") {
      const blocks = await askReleaseGate(ctx, id)
      if (blocks.length > 0) throw ruleBroken(`${row.fields.name} cannot go live. ${blocks.join(". ")}`)
    }
    if (after.domainId) ctx.require("products.edit", await domainScope(ctx, after.domainId))
    await requireMembers(ctx, { "changes.ownerId": after.ownerId, "changes.stewardId": after.stewardId })
    const saved = await ctx.db
      .update(products)
      .set({ ...after, version: version + 1, updatedAt: ctx.now })
      .where(and(own(ctx, products, eq(products.id, id)), eq(products.version, version)))
      .returning({ id: products.id })
    if (saved.length === 0) throw await stale()
    for (const fact of productFacts({ id, name: row.fields.name }, before, after, reason)) ctx.record(fact)
    return { id, version: version + 1 }
  },
})
