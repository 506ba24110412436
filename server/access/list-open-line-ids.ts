import { z } from "zod"
import { query } from "@/server/kernel/operation"
import { LINES_AT_ONCE } from "./domain/review"
import { idsOfLines, linesFound } from "./internal/line-standing"
import { fetchReview } from "./internal/review-rows"

/**
 * Ids of the lines of a review that wait for the reader's answer, by person, over all pages: at most as many as are
 * decided at once. @throws NOT_FOUND
 */
export const listOpenLineIds = query("access.listOpenLineIds", {
  permission: "access.read",
  at: "rows",
  input: z.object({ id: z.uuid() }),
  async run(ctx, { id }) {
    const review = await fetchReview(ctx, id)
    return idsOfLines(ctx, review, LINES_AT_ONCE, linesFound(ctx, review, { show: "mine", search: "" }))
  },
})
