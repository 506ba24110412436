import { z } from "zod"
import { define } from "@/server/kernel/jobs/job"
import { endLeaversAccess } from "./end-leavers-access"
import { settleReviews } from "./settle-reviews"

/** Writes down what time has decided already; what people read does not wait for it. */
const keepUp = define({
  name: "access.keepUp",
  payload: z.object({}),
  schedule: { cron: "*/10 * * * *", payload: {} },
  handler: ({ eachWorkspace }) =>
    eachWorkspace(["access.execute", "reviews.manage"], async (ctx) => {
      await endLeaversAccess(ctx, {})
      await settleReviews(ctx, {})
    }),
})

export const accessJobs = [keepUp]
