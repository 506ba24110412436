import { eq } from "drizzle-orm"
import { retentionAssignments } from "@/db/schema/privacy-retention"
import { scopeOfAsset } from "@/server/catalog/asset-scope"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import type { Scope } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"

/** Where the asset of a retention lies. @throws NOT_FOUND */
export async function scopeOfAssignment(ctx: OpCtx, assignmentId: string): Promise<Scope> {
  const [row] = await ctx.db
    .select({ assetId: retentionAssignments.assetId })
    .from(retentionAssignments)
    .where(own(ctx, retentionAssignments, eq(retentionAssignments.id, assignmentId)))
  if (!row) throw notFound("The retention of this asset")
  return scopeOfAsset(ctx, row.assetId)
}
