import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { outsideLines } from "./internal/outside-lines"
import { fetchReview, lineVisible, selectLines } from "./internal/review-rows"

/**
 * Every line of a review for paper: all of them, or those of the reader. Of a draft they are what would be reviewed now;
 * `later` is what came to hold after the start. @throws NOT_FOUND
 */
export const printReview = query("access.printReview", {
  permission: "access.read",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const review = await fetchReview(ctx, id)
    const outside = await outsideLines(ctx, review)
    if (!review.startedAt) return { lines: outside, later: [] }
    return { lines: await selectLines(ctx, review, lineVisible(ctx)), later: outside }
  },
})
