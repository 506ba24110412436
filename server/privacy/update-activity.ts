import { eq } from "drizzle-orm"
import { z } from "zod"
import { processingActivities } from "@/db/schema/privacy-processing"
import { outdateApprovals } from "@/server/approvals/outdate-approvals"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { conflict, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { changedParts } from "./domain/activity-changes"
import { activitySchema, partsOf } from "./domain/processing-activity"
import { noteEditor, requireLinks, writeProducts } from "./internal/activity-links"
import { activityTargets, fetchActivity, lockActivity } from "./internal/activity-rows"

/**
 * Changes an entry: a version of its own, which outdates what was approved or waits. What is already as asked makes no
 * version. @throws CONFLICT with the entry as it stands when somebody else saved first, RULE_BROKEN, NOT_FOUND, INVALID
 */
export const updateActivity = command("privacy.updateActivity", {
  permission: "privacy.edit",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ id: z.uuid(), version: z.number().int().min(1), fields: activitySchema }),
  async run(ctx, { id, version, fields }) {
    const present = await fetchActivity(ctx, id)
    if (present.version !== version) throw conflict("The processing activity", present)
    const { key } = present
    if (present.deprecatedAt) throw ruleBroken(`${key} is deprecated. Take it into use again first`)
    await requireLinks(ctx, fields)
    const changed = changedParts(present.fields, fields)
    if (!changed) return { id, version }
    const locked = await lockActivity(ctx, id)
    if (locked.version !== version) {
      throw conflict("The processing activity", await fetchActivity(ctx, id))
    }
    const { row, productIds } = partsOf(fields)
    await ctx.db
      .update(processingActivities)
      .set({ ...row, version: version + 1, updatedAt: ctx.now })
      .where(own(ctx, processingActivities, eq(processingActivities.id, id)))
    await writeProducts(ctx, id, productIds)
    await noteEditor(ctx, id, version + 1)
    ctx.record({
      targets: activityTargets(locked),
      summary: `Changed the processing activity ${key}`,
      ...changed,
    })
    await outdateApprovals(ctx, { kind: "processing", subjectId: id, version: version + 1 })
    return { id, version: version + 1 }
  },
})
