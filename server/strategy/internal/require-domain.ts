import { eq } from "drizzle-orm"
import { domains } from "@/db/schema/products"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"

/** @throws NOT_FOUND when a domain is named that is not here. */
export async function requireDomain(ctx: OpCtx, id: string | null | undefined): Promise<void> {
  if (!id) return
  const found = await ctx.db
    .select({ id: domains.id })
    .from(domains)
    .where(own(ctx, domains, eq(domains.id, id)))
  if (found.length === 0) throw notFound("The domain")
}
