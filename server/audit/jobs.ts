import { z } from "zod"
import { define } from "@/server/kernel/jobs/job"
import { createCheckpoint } from "./create-checkpoint"
import { makePartitions } from "./make-partitions"

/** Every hour a signed checkpoint in every workspace whose trail grew. */
const signCheckpoints = define({
  name: "audit.checkpoint",
  payload: z.object({}),
  schedule: { cron: "5 * * * *", payload: {} },
  handler: ({ eachWorkspace }) =>
    eachWorkspace(["audit.checkpoint"], (ctx) => createCheckpoint(ctx, { whenGrown: true })),
})

/** Every day, weeks before they are needed. */
const makeAhead = define({
  name: "audit.partitions",
  payload: z.object({}),
  schedule: { cron: "20 3 * * *", payload: {} },
  handler: async ({ system }) => {
    await makePartitions(system, {})
  },
})

export const auditJobs = [signCheckpoints, makeAhead]
