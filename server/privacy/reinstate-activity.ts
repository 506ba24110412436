import { eq } from "drizzle-orm"
import { z } from "zod"
import { processingActivities } from "@/db/schema/privacy-processing"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { activityKey } from "./domain/processing-activity"
import { activityTargets, lockActivity } from "./internal/activity-rows"

/** Takes a deprecated entry into use again, with the approval it had. @throws RULE_BROKEN, NOT_FOUND */
export const reinstateActivity = command("privacy.reinstateActivity", {
  permission: "privacy.edit",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const row = await lockActivity(ctx, id)
    const key = activityKey(row.number)
    if (!row.deprecatedAt) throw ruleBroken(`${key} is in use`)
    await ctx.db
      .update(processingActivities)
      .set({ deprecatedAt: null, deprecatedBy: null, deprecateReason: null })
      .where(own(ctx, processingActivities, eq(processingActivities.id, id)))
    ctx.record({ targets: activityTargets(row), summary: `Took ${key} ${row.name} into use again` })
    return { id }
  },
})
