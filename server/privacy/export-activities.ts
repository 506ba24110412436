import { z } from "zod"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { query } from "@/server/kernel/operation"
import { activitiesCsv } from "./domain/activities-csv"
import { activityFilter } from "./domain/activity-state"
import { fits } from "./domain/fits-activity"
import { selectActivities } from "./internal/activity-rows"

/** The record of processing, as far as the filter finds it, as a file: its name and its text. */
export const exportActivities = query("privacy.exportActivities", {
  permission: "privacy.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ format: z.enum(["csv", "json"]), filter: activityFilter.prefault({}) }),
  async run(ctx, { format, filter }) {
    const found = (await selectActivities(ctx)).filter((activity) => fits(activity, filter))
    const fileName = `record-of-processing-${ctx.now.slice(0, 10)}.${format}`
    if (format === "csv") return { fileName, text: activitiesCsv(found) }
    const activities = found.map(({ key, version, state, gaps, fields, products, assessment, owner }) => {
      const { productIds: _products, assessmentId: _assessment, ownerId: _owner, ...words } = fields
      return {
        key,
        version,
        state,
        missing: gaps,
        ...words,
        products: products.map(({ name }) => name),
        assessment: assessment && { key: assessment.key, name: assessment.name, state: assessment.state },
        owner: owner?.name ?? null,
      }
    })
    const exported = { article: "GDPR Art. 30", exportedAt: ctx.now, activities }
    return { fileName, text: `${JSON.stringify(exported, null, 2)}\n` }
  },
})
