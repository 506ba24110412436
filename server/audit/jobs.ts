import { z } from "zod"
import { define } from "@/server/kernel/jobs/job"
import { createCheckpoint } from "./create-checkpoint"

/** Every hour a signed checkpoint in every workspace whose trail grew. */
const signCheckpoints = define({
  name: "audit.checkpoint",
  payload: z.object({}),
  schedule: { cron: "5 * * * *", payload: {} },
  handler: ({ eachWorkspace }) =>
    eachWorkspace(["audit.checkpoint"], (ctx) => createCheckpoint(ctx, { whenGrown: true })),
})

export const auditJobs = [signCheckpoints]
