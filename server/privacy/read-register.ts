import { z } from "zod"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { query } from "@/server/kernel/operation"
import { activityFilter } from "./domain/activity-state"
import { fits } from "./domain/fits-activity"
import { registerCounts } from "./domain/register-counts"
import { selectActivities } from "./internal/activity-rows"

/** Every entry of the record of processing that the filter finds, with all its words: for paper, and for a product's few. */
export const readRegister = query("privacy.readRegister", {
  permission: "privacy.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ filter: activityFilter.prefault({}) }),
  async run(ctx, { filter }) {
    const activities = (await selectActivities(ctx)).filter((activity) => fits(activity, filter))
    return { activities, ...registerCounts(activities) }
  },
})
