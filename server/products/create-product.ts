import { like } from "drizzle-orm"
import { products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { requireMembers } from "@/server/kernel/require-members"
import { freeSlug, type ProductFields, productFields, slugOf } from "./domain/product"
import { domainScope } from "./internal/scopes"

/** Two people may choose one name at the same moment: the one who comes second looks again. */
async function insertWithFreeSlug(ctx: OpCtx, input: ProductFields): Promise<{ id: string; slug: string }> {
  const base = slugOf(input.name)
  const id = newId()
  for (let attempt = 0; attempt < 5; attempt++) {
    const rows = await ctx.db
      .select({ slug: products.slug })
      .from(products)
      .where(own(ctx, products, like(products.slug, `${base.slice(0, 50)}%`)))
    const slug = freeSlug(base, new Set(rows.map((row) => row.slug)))
    const created = await ctx.db
      .insert(products)
      .values({ ...input, id, slug, workspaceId: ctx.workspaceId, createdAt: ctx.now, updatedAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: products.id })
    if (created.length > 0) return { id, slug }
  }
  throw ruleBroken(`Too many people create a product named ${input.name} right now; try again`)
}

/**
 * Creates a product; its slug comes from the name and stays when the product is renamed.
 * @throws NOT_FOUND for an unknown domain, INVALID when a person is not a member.
 */
export const createProduct = command("products.createProduct", {
  permission: "products.edit",
  at: (ctx, input) => domainScope(ctx, input.domainId),
  input: productFields,
  async run(ctx, input) {
    await requireMembers(ctx, { ownerId: input.ownerId, stewardId: input.stewardId })
    const { id, slug } = await insertWithFreeSlug(ctx, input)
    ctx.record({
      targets: [{ type: "product", id, name: input.name }],
      summary: `Created the product ${input.name}`,
      after: { ...input, slug },
    })
    return { id, slug }
  },
})
