import { z } from "zod"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { assessmentNumber } from "./domain/assessment-row"
import { assessmentDetails } from "./internal/assessment-details"
import { fetchAssessment, scopeOfAssessment } from "./internal/assessment-rows"

/** One assessment by its key "DPIA-3", with everything its page shows. @throws NOT_FOUND, FORBIDDEN */
export const getAssessment = query("dpia.getAssessment", {
  permission: "dpia.read",
  at: "rows",
  input: z.object({ key: z.string().min(1).max(20) }),
  async run(ctx, { key }) {
    const number = assessmentNumber(key)
    if (number === undefined) throw notFound("The assessment")
    const row = await fetchAssessment(ctx, { number })
    ctx.require("dpia.read", await scopeOfAssessment(ctx, row.id))
    return assessmentDetails(ctx, row)
  },
})
