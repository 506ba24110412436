import { z } from "zod"
import { define } from "@/server/kernel/jobs/job"
import { rebuildStandings } from "./rebuild-standings"

/** After an update, and now and then: ranked lists get the standings they are read from. Until then they compute. */
const fillStandings = define({
  name: "scoring.standings",
  payload: z.object({}),
  schedule: { cron: "*/10 * * * *", payload: {} },
  handler: ({ eachWorkspace }) =>
    eachWorkspace(["scoring.configure"], (ctx) => rebuildStandings(ctx, { stale: true })),
})

export const scoringJobs = [fillStandings]
