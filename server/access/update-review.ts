import { eq } from "drizzle-orm"
import { z } from "zod"
import { accessReviews } from "@/db/schema/access"
import { own } from "@/server/kernel/database"
import { changedFields } from "@/server/kernel/domain/changed-fields"
import { conflict, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { reviewFields } from "./domain/review"
import { checkReview } from "./internal/check-review"
import { fetchReview, reviewTarget } from "./internal/review-rows"

/** Changes a draft. @throws NOT_FOUND, RULE_BROKEN once it has begun, CONFLICT, INVALID naming the field */
export const updateReview = command("access.updateReview", {
  permission: "reviews.manage",
  input: z.object({ id: z.uuid(), version: z.number().int(), fields: reviewFields }),
  async run(ctx, { id, version, fields }) {
    const row = await fetchReview(ctx, id, true)
    if (row.startedAt || row.cancelledAt) throw ruleBroken("A review that has begun stays as it began")
    if (row.version !== version) throw conflict("The review", row)
    if (!changedFields(row, fields)) return { version }
    await checkReview(ctx, fields)
    await ctx.db
      .update(accessReviews)
      .set({ ...fields, version: version + 1 })
      .where(own(ctx, accessReviews, eq(accessReviews.id, id)))
    ctx.record({
      targets: [reviewTarget({ id, name: fields.name })],
      summary: `Changed the draft of the access review ${fields.name}`,
      after: fields,
    })
    return { version: version + 1 }
  },
})
