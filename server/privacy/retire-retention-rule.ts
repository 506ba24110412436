import { and, eq, isNull } from "drizzle-orm"
import { z } from "zod"
import { retentionAssignments, retentionRules } from "@/db/schema/privacy-retention"
import { own } from "@/server/kernel/database"
import { command } from "@/server/kernel/operation"
import { reasonText } from "./domain/retention-rule"
import { fetchRule } from "./internal/retention-rows"

/** Takes a rule out of force, also at every asset it holds for. Evidence stays. */
export const retireRetentionRule = command("privacy.retireRetentionRule", {
  permission: "retention.edit",
  input: z.object({ id: z.uuid(), reason: reasonText }),
  async run(ctx, { id, reason }) {
    const { name, version } = await fetchRule(ctx, id)
    await ctx.db
      .update(retentionRules)
      .set({ retiredAt: ctx.now, retiredBy: ctx.userId, retireReason: reason, version: version + 1 })
      .where(own(ctx, retentionRules, eq(retentionRules.id, id)))
    const ended = await ctx.db
      .update(retentionAssignments)
      .set({ endedAt: ctx.now, endedBy: ctx.userId, endReason: reason })
      .where(
        own(
          ctx,
          retentionAssignments,
          and(eq(retentionAssignments.ruleId, id), isNull(retentionAssignments.endedAt)),
        ),
      )
      .returning({ id: retentionAssignments.id })
    ctx.record({
      targets: [{ type: "retention_rule", id, name }],
      summary: `Retired the retention rule ${name}${ended.length > 0 ? `, which held for ${ended.length} data assets` : ""}`,
      reason,
    })
    return { ended: ended.length }
  },
})
