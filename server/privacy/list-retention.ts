import { asc, isNull } from "drizzle-orm"
import { z } from "zod"
import { retentionRules } from "@/db/schema/privacy-retention"
import { own } from "@/server/kernel/database"
import { query } from "@/server/kernel/operation"
import { assetCounts } from "./internal/retention-rows"

/** The rules in force by name with their number of assets. */
export const listRetention = query("privacy.listRetention", {
  permission: "catalog.read",
  at: "rows",
  input: z.object({}),
  async run(ctx) {
    const rules = await ctx.db
      .select({
        id: retentionRules.id,
        name: retentionRules.name,
        classKey: retentionRules.classKey,
        purpose: retentionRules.purpose,
        basis: retentionRules.basis,
        startEvent: retentionRules.startEvent,
        periodAmount: retentionRules.periodAmount,
        periodUnit: retentionRules.periodUnit,
        repeatMonths: retentionRules.repeatMonths,
        action: retentionRules.action,
        version: retentionRules.version,
      })
      .from(retentionRules)
      .where(own(ctx, retentionRules, isNull(retentionRules.retiredAt)))
      .orderBy(asc(retentionRules.name))
    const counts = await assetCounts(ctx)
    return { rules: rules.map((rule) => ({ ...rule, assets: counts.get(rule.id) ?? 0 })) }
  },
})
