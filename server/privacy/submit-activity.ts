import { eq, gt } from "drizzle-orm"
import { z } from "zod"
import { processingEditors } from "@/db/schema/privacy-processing"
import { submitForApproval } from "@/server/approvals/submit-for-approval"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import { conflict, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { signedActivity } from "./domain/activity-content"
import { activityPath } from "./domain/processing-activity"
import { type ActivityRow, activityTargets, fetchActivity, lockActivity } from "./internal/activity-rows"

/** Who wrote since the version that was approved last. */
async function contributorsOf(ctx: OpCtx, { id, approval }: ActivityRow) {
  const since = approval?.approvedAt ? approval.version : 0
  const { activityId, version, userId } = processingEditors
  const rows = await ctx.db
    .selectDistinct({ userId })
    .from(processingEditors)
    .where(own(ctx, processingEditors, eq(activityId, id), gt(version, since)))
  return rows.map((row) => ({ ...row, part: "editor" as const }))
}

const REFUSED = {
  in_review: "waits for approval already",
  approved: "is approved already",
  deprecated: "is deprecated. Take it into use again first",
}

/**
 * Asks the privacy officer to approve an entry that misses nothing. @throws RULE_BROKEN saying what is missing, CONFLICT,
 * NOT_FOUND
 */
export const submitActivity = command("privacy.submitActivity", {
  permission: "privacy.edit",
  at: () => WORKSPACE_SCOPE,
  input: z.object({
    id: z.uuid(),
    version: z.number().int().min(1),
    note: z.string().trim().max(2000, "A note has at most 2,000 characters").default(""),
  }),
  async run(ctx, { id, version, note }) {
    const locked = await lockActivity(ctx, id)
    const activity = await fetchActivity(ctx, id)
    if (activity.version !== version) throw conflict("The processing activity", activity)
    const { key, state, gaps, fields } = activity
    if (state === "in_review" || state === "approved" || state === "deprecated") {
      throw ruleBroken(`${key} ${REFUSED[state]}`)
    }
    if (gaps.length > 0) {
      throw ruleBroken(`${key} is not complete: ${gaps.map(({ missing }) => missing).join("; ")}`)
    }
    const name = `${key} ${fields.name}`
    ctx.record({ targets: activityTargets(locked), summary: `Handed in ${key}, version ${version}` })
    const { requestId } = await submitForApproval(ctx, {
      kind: "processing",
      subjectId: id,
      version,
      name,
      path: activityPath(locked.number),
      scope: WORKSPACE_SCOPE,
      content: signedActivity(activity),
      statement: `I have examined version ${version} of ${name} and confirm that the record is complete and right.`,
      contributors: await contributorsOf(ctx, activity),
      note,
    })
    return { id, requestId }
  },
})
