import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { reviewCsv } from "./domain/review-csv"
import { fetchReview, lineVisible, selectLines } from "./internal/review-rows"

/** The lines of a review with every decision and its result, as CSV: a file name and its text. @throws NOT_FOUND */
export const exportReview = query("access.exportReview", {
  permission: "access.read",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const review = await fetchReview(ctx, id)
    const lines = await selectLines(ctx, review, lineVisible(ctx))
    return { fileName: `access-review-${review.createdAt.slice(0, 10)}.csv`, text: reviewCsv(lines) }
  },
})
