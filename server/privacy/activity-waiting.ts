import { and, isNull, lte } from "drizzle-orm"
import { processingActivities } from "@/db/schema/privacy-processing"
import type { OpCtx } from "@/server/kernel/context"
import { holds, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { activityPath } from "./domain/processing-activity"
import { selectActivities } from "./internal/activity-rows"

const MOST = 100
const AHEAD = 14 * 86_400_000

/** Entries of the record of processing whose review is near: for their owner; without one, for those who may edit. */
export async function waitingActivities(ctx: OpCtx): Promise<WaitingThing[]> {
  const until = new Date(Date.parse(ctx.now) + AHEAD).toISOString().slice(0, 10)
  const { nextReviewOn, deprecatedAt } = processingActivities
  const rows = await selectActivities(ctx, and(lte(nextReviewOn, until), isNull(deprecatedAt)))
  const mayEdit = holds(ctx.caller.grants, "privacy.edit", WORKSPACE_SCOPE)
  return rows
    .filter(({ owner }) => (owner ? owner.id === ctx.userId : mayEdit))
    .slice(0, MOST)
    .map(({ id, key, fields }) => ({
      kind: "review",
      id: `processing ${id}`,
      title: `Review ${key} ${fields.name}`,
      detail: "Record of processing. Look whether it is still true, then set the next review",
      due: fields.nextReviewOn ?? until,
      state: (fields.nextReviewOn ?? until) < ctx.now.slice(0, 10) ? "overdue" : "review due",
      action: {
        label: "Review",
        href: `/${ctx.caller.workspace?.slug ?? ""}${activityPath(Number(key.slice(4)))}`,
      },
    }))
}
