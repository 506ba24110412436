import { z } from "zod"
import { define } from "@/server/kernel/jobs/job"
import { observeChecks } from "./observe-checks"

/** Every hour, so that what reopens is noticed although nobody looked. What people read is always judged at once. */
const watchChecks = define({
  name: "dod.observe",
  payload: z.object({}),
  schedule: { cron: "50 * * * *", payload: {} },
  handler: ({ eachWorkspace }) => eachWorkspace(["dod.configure"], (ctx) => observeChecks(ctx, {})),
})

export const dodJobs = [watchChecks]
