import { accessReviews } from "@/db/schema/access"
import { newId } from "@/server/kernel/domain/id"
import { command } from "@/server/kernel/operation"
import { reviewFields } from "./domain/review"
import { checkReview } from "./internal/check-review"
import { reviewTarget } from "./internal/review-rows"

/** Begins a draft; its snapshot is taken when it starts. @throws INVALID naming the field */
export const createReview = command("access.createReview", {
  permission: "reviews.manage",
  input: reviewFields,
  async run(ctx, input) {
    await checkReview(ctx, input)
    const id = newId(Date.parse(ctx.now))
    const by = { createdBy: ctx.userId, createdAt: ctx.now }
    await ctx.db.insert(accessReviews).values({ workspaceId: ctx.workspaceId, id, ...input, ...by })
    ctx.record({
      targets: [reviewTarget({ id, name: input.name })],
      summary: `Drafted the access review ${input.name}`,
      after: input,
    })
    return { id }
  },
})
