import { createReview } from "@/server/access/create-review"
import { decideLines } from "@/server/access/decide-lines"
import { getReview } from "@/server/access/get-review"
import { printReview } from "@/server/access/print-review"
import { startReview } from "@/server/access/start-review"
import type { Ctx } from "@/server/kernel/context"
import type { Person } from "@/tests/server/approvals/approvals-world"
import type { World } from "@/tests/support/world"
import { beginAccess, give } from "./access-world"

export type Reviewed = Awaited<ReturnType<typeof beginReview>>

export const DUE = "2026-10-20"
export const AFTER = "2026-10-21T00:00:00.000Z"

/** The world of access, with the engineer as the review's lead and a deputy, and one access that is active. */
export async function beginReview(world: World) {
  const here = await beginAccess(world)
  const lead = here.engineer
  const deputy = await here.workspace.member("delivery_lead")
  const access = await give(world, here.analyst, here.steward, here.product.id)
  return { ...here, lead, deputy, access }
}

export const draft = (here: Reviewed, more: Partial<Parameters<typeof createReview>[1]> = {}) =>
  createReview(here.admin, {
    name: "Autumn",
    roles: true,
    access: true,
    scopeType: "workspace",
    dueOn: DUE,
    noAnswer: "keep",
    ownersFirst: true,
    leadId: here.lead.userId,
    deputyId: here.deputy.userId,
    ...more,
  })

export async function started(here: Reviewed, more: Partial<Parameters<typeof createReview>[1]> = {}) {
  const { id } = await draft(here, more)
  await startReview(here.admin, { id })
  return id
}

/** A review with all of its lines. */
export const read = async (ctx: Ctx, id: string) => ({
  ...(await getReview(ctx, { id })),
  ...(await printReview(ctx, { id })),
})
export const lineOf = async (ctx: Ctx, id: string, subject: Person, kind: "role" | "access" = "role") =>
  (await read(ctx, id)).lines.find((line) => line.subjectId === subject.userId && line.kind === kind)!

export const decide = (
  ctx: Ctx,
  reviewId: string,
  lineIds: string[],
  decision: "keep" | "revoke" | "escalate",
  justification = "Looked at together",
) => decideLines(ctx, { reviewId, lineIds, decision, justification, durationMs: 4000 * lineIds.length })
