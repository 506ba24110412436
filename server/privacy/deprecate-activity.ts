import { eq } from "drizzle-orm"
import { z } from "zod"
import { processingActivities } from "@/db/schema/privacy-processing"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { activityKey } from "./domain/processing-activity"
import { reasonText } from "./domain/retention-rule"
import { activityTargets, lockActivity } from "./internal/activity-rows"

/** The processing has ended: the entry leaves the register but stays to be read. @throws RULE_BROKEN, NOT_FOUND */
export const deprecateActivity = command("privacy.deprecateActivity", {
  permission: "privacy.edit",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ id: z.uuid(), reason: reasonText }),
  async run(ctx, { id, reason }) {
    const row = await lockActivity(ctx, id)
    const key = activityKey(row.number)
    if (row.deprecatedAt) throw ruleBroken(`${key} is deprecated already`)
    await ctx.db
      .update(processingActivities)
      .set({ deprecatedAt: ctx.now, deprecatedBy: ctx.userId, deprecateReason: reason })
      .where(own(ctx, processingActivities, eq(processingActivities.id, id)))
    ctx.record({ targets: activityTargets(row), summary: `Deprecated ${key} ${row.name}`, reason })
    return { id }
  },
})
