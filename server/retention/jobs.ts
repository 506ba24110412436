import { z } from "zod"
import { define } from "@/server/kernel/jobs/job"
import { dropStaleImports } from "./drop-stale-imports"
import { purgeSignIns } from "./purge-sign-ins"

/** Every hour: what nobody can use any more goes. */
const run = define({
  name: "retention.run",
  payload: z.object({}),
  schedule: { cron: "35 * * * *", payload: {} },
  handler: async ({ system, eachWorkspace }) => {
    await purgeSignIns(system, {})
    await eachWorkspace(["backlog.import"], (ctx) => dropStaleImports(ctx, {}))
  },
})

export const retentionJobs = [run]
