import { eq } from "drizzle-orm"
import { domains, products } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { ScopeType } from "@/server/kernel/domain/grants"
import { invalidField } from "@/server/kernel/errors"

type Place = { scopeType: ScopeType; scopeId: string | null }

/** Name of a grant's domain or product; null for the whole workspace or when it does not exist in this one. */
export async function findPlaceName(
  ctx: Pick<OpCtx, "db" | "workspaceId">,
  place: Place,
): Promise<string | null> {
  if (place.scopeType === "workspace" || place.scopeId === null) return null
  const table = place.scopeType === "domain" ? domains : products
  const [row] = await ctx.db
    .select({ name: table.name })
    .from(table)
    .where(own(ctx, table, eq(table.id, place.scopeId)))
  return row?.name ?? null
}

/** @throws INVALID at `scopeId` when the domain or product is not one of this workspace. */
export async function getPlaceName(ctx: OpCtx, place: Place): Promise<string | null> {
  const name = await findPlaceName(ctx, place)
  if (place.scopeType !== "workspace" && name === null) {
    throw invalidField("scopeId", `Choose a ${place.scopeType} of this workspace`)
  }
  return name
}
