import { z } from "zod"
import { pageInput } from "@/server/kernel/domain/page"
import { query } from "@/server/kernel/operation"
import { lineFilter } from "./domain/line-filter"
import { linesFound, totalOfLines } from "./internal/line-standing"
import { outsideLines } from "./internal/outside-lines"
import { fetchReview, lineVisible, pageOfLines } from "./internal/review-rows"

/**
 * One page of the lines of a review, by person: all of them, or those of the reader; `total` counts what the filter finds.
 * The part "outside" is what came to hold after the start, of a draft what would be reviewed now; it has no filter.
 * @throws NOT_FOUND
 */
export const listLines = query("access.listLines", {
  permission: "access.read",
  at: "rows",
  input: z.object({
    id: z.uuid(),
    part: z.enum(["snapshot", "outside"]).default("snapshot"),
    filter: lineFilter.prefault({}),
    ...pageInput,
  }),
  async run(ctx, { id, part, filter, offset, limit }) {
    const review = await fetchReview(ctx, id)
    if (part === "outside") {
      const all = await outsideLines(ctx, review)
      return { lines: all.slice(offset, offset + limit), total: all.length }
    }
    const found = [lineVisible(ctx), linesFound(ctx, review, filter)]
    return {
      lines: await pageOfLines(ctx, review, { offset, limit }, ...found),
      total: await totalOfLines(ctx, review, ...found),
    }
  },
})
