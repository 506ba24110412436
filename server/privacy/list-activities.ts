import { z } from "zod"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { pageInput } from "@/server/kernel/domain/page"
import { query } from "@/server/kernel/operation"
import { activityFilter } from "./domain/activity-state"
import { fits } from "./domain/fits-activity"
import { isSensitive } from "./domain/processing-activity"
import { registerCounts } from "./domain/register-counts"
import { type ActivityRow, selectActivities } from "./internal/activity-rows"

/** What a list shows of an entry, without its long texts. */
const listed = ({ id, key, version, state, gaps, fields, products }: ActivityRow) => ({
  id,
  key,
  version,
  state,
  gaps: gaps.length,
  name: fields.name,
  role: fields.role,
  legalBasis: fields.legalBasis,
  special: isSensitive(fields),
  transfersOutside: fields.transfersOutside,
  countries: fields.transfers.map(({ country }) => country),
  nextReviewOn: fields.nextReviewOn,
  products: products.map(({ name }) => name),
})

/**
 * One page of the record of processing, by number. `total` and the counts beside it are of everything that the filter
 * finds, `inUse` of all entries in use. States and gaps follow from every entry, so all are read.
 */
export const listActivities = query("privacy.listActivities", {
  permission: "privacy.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({
    filter: activityFilter.prefault({}),
    ...pageInput,
  }),
  async run(ctx, { filter, offset, limit }) {
    const all = await selectActivities(ctx)
    const found = all.filter((activity) => fits(activity, filter))
    return {
      activities: found.slice(offset, offset + limit).map(listed),
      ...registerCounts(found),
      inUse: all.filter(({ state }) => state !== "deprecated").length,
    }
  },
})
