import { z } from "zod"
import { processingActivities } from "@/db/schema/privacy-processing"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { newId } from "@/server/kernel/domain/id"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { activityKey, activitySchema, partsOf } from "./domain/processing-activity"
import { noteEditor, writeProducts } from "./internal/activity-links"
import { prefillFrom } from "./internal/activity-prefill"
import { activityTargets, nextNumber } from "./internal/activity-rows"

/**
 * Begins an entry of the record of processing; with a product, from what is known about it: categories of data from its
 * classification, retention from its rules, security from the handling of its level. @throws NOT_FOUND
 */
export const createActivity = command("privacy.createActivity", {
  permission: "privacy.edit",
  at: () => WORKSPACE_SCOPE,
  input: activitySchema
    .pick({ name: true, role: true })
    .extend({ productId: z.uuid("Choose a product").nullable().default(null) }),
  async run(ctx, { productId, ...begun }) {
    const known = productId === null ? {} : await prefillFrom(ctx, productId)
    const fields = activitySchema.parse({ ...known, ...begun })
    const { productIds, row } = partsOf(fields)
    const id = newId()
    const times = { createdBy: ctx.userId, createdAt: ctx.now, updatedAt: ctx.now }
    for (let attempt = 0; attempt < 8; attempt++) {
      const number = await nextNumber(ctx)
      const made = await ctx.db
        .insert(processingActivities)
        .values({ ...row, ...times, workspaceId: ctx.workspaceId, id, number })
        .onConflictDoNothing()
        .returning({ id: processingActivities.id })
      if (made.length === 0) continue
      await writeProducts(ctx, id, productIds)
      await noteEditor(ctx, id, 1)
      ctx.record({
        targets: activityTargets({ id, number }),
        summary: `Began the processing activity ${activityKey(number)} ${fields.name}`,
        after: fields,
      })
      return { id, key: activityKey(number) }
    }
    throw ruleBroken("Too many people create entries right now; try again")
  },
})
