import { desc, eq } from "drizzle-orm"
import { alias } from "drizzle-orm/pg-core"
import { z } from "zod"
import { dataAssets } from "@/db/schema/catalog"
import { users } from "@/db/schema/members"
import { legalHolds } from "@/db/schema/privacy-retention"
import { assetWithin } from "@/server/catalog/within-reach"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { holdInForce } from "./domain/retention-dates"
import { selectPurposes } from "./internal/masking-rows"
import { outcomesOf, selectDue, today } from "./internal/retention-rows"

const lifter = alias(users, "lifter")

async function holdsOf(ctx: OpCtx, assetId: string) {
  const rows = await ctx.db
    .select({
      id: legalHolds.id,
      reason: legalHolds.reason,
      askedBy: legalHolds.askedBy,
      fromOn: legalHolds.fromOn,
      untilOn: legalHolds.untilOn,
      placedBy: { id: users.id, name: users.name },
      placedAt: legalHolds.placedAt,
      liftedAt: legalHolds.liftedAt,
      liftedBy: { id: lifter.id, name: lifter.name },
      liftReason: legalHolds.liftReason,
    })
    .from(legalHolds)
    .innerJoin(users, eq(users.id, legalHolds.placedBy))
    .leftJoin(lifter, eq(lifter.id, legalHolds.liftedBy))
    .where(own(ctx, legalHolds, eq(legalHolds.assetId, assetId)))
    .orderBy(desc(legalHolds.placedAt))
  return rows.map((hold) => ({ ...hold, inForce: holdInForce(hold, today(ctx)) }))
}

/** Retention, legal holds, evidence and consent of one asset. @throws NOT_FOUND */
export const getAssetPrivacy = query("privacy.getAssetPrivacy", {
  permission: "catalog.read",
  at: "rows",
  input: z.object({ assetId: z.uuid() }),
  async run(ctx, { assetId }) {
    const [asset] = await ctx.db
      .select({ id: dataAssets.id })
      .from(dataAssets)
      .where(own(ctx, dataAssets, eq(dataAssets.id, assetId), assetWithin(ctx)))
    if (!asset) throw notFound("The data asset")
    const purposes = await selectPurposes(ctx)
    return {
      due: await selectDue(ctx, eq(dataAssets.id, assetId)),
      holds: await holdsOf(ctx, assetId),
      ...(await outcomesOf(ctx, assetId)),
      consents: purposes.flatMap(({ id, name, uses }) =>
        uses
          .filter((use) => use.asset.id === assetId)
          .map(({ fieldNames, flagAsset, flagColumn, joinKey }) => ({
            purpose: { id, name },
            fieldNames,
            flagAsset,
            flagColumn,
            joinKey,
          })),
      ),
    }
  },
})
