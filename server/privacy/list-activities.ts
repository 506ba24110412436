import { z } from "zod"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { query } from "@/server/kernel/operation"
import { activityFilter } from "./domain/activity-state"
import { fits } from "./domain/fits-activity"
import { selectActivities } from "./internal/activity-rows"

/** The record of processing by number, as far as the filter finds it; `total` counts all entries in use. */
export const listActivities = query("privacy.listActivities", {
  permission: "privacy.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ filter: activityFilter.prefault({}) }),
  async run(ctx, { filter }) {
    const all = await selectActivities(ctx)
    return {
      activities: all.filter((activity) => fits(activity, filter)),
      total: all.filter(({ state }) => state !== "deprecated").length,
    }
  },
})
