import { desc, eq } from "drizzle-orm"
import { z } from "zod"
import { users } from "@/db/schema/members"
import { processingActivities, processingEditors } from "@/db/schema/privacy-processing"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { notFound } from "@/server/kernel/errors"
import { query } from "@/server/kernel/operation"
import { activityNumber } from "./domain/processing-activity"
import { categoriesOfProducts } from "./internal/activity-prefill"
import { selectActivities } from "./internal/activity-rows"

/** One entry with who wrote in it, and personal data in its products that it does not name. @throws NOT_FOUND */
export const getActivity = query("privacy.getActivity", {
  permission: "privacy.read",
  at: () => WORKSPACE_SCOPE,
  input: z.object({ key: z.string().min(1).max(40) }),
  async run(ctx, { key }) {
    const number = activityNumber(key)
    const [activity] = number ? await selectActivities(ctx, eq(processingActivities.number, number)) : []
    if (!activity) throw notFound("The processing activity")
    const { version, at } = processingEditors
    const [found, editors] = await Promise.all([
      categoriesOfProducts(ctx, activity.fields.productIds),
      ctx.db
        .select({ version, at, by: { id: users.id, name: users.name } })
        .from(processingEditors)
        .innerJoin(users, eq(users.id, processingEditors.userId))
        .where(own(ctx, processingEditors, eq(processingEditors.activityId, activity.id)))
        .orderBy(desc(version))
        .limit(20),
    ])
    const named = new Set(activity.fields.categories.map(({ classKey }) => classKey))
    return { ...activity, editors, unnamed: found.filter(({ classKey }) => !named.has(classKey)) }
  },
})
