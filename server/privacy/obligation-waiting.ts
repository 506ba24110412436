import { lte } from "drizzle-orm"
import { obligations } from "@/db/schema/privacy-obligations"
import type { OpCtx } from "@/server/kernel/context"
import { holds, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { selectObligations } from "./internal/obligation-rows"

const MOST = 100
const AHEAD = 14 * 86_400_000

/** Obligations whose legal review is near: for their owner; without one, for those who may edit. */
export async function waitingObligations(ctx: OpCtx): Promise<WaitingThing[]> {
  const until = new Date(Date.parse(ctx.now) + AHEAD).toISOString().slice(0, 10)
  const rows = await selectObligations(ctx, lte(obligations.nextReviewOn, until))
  const mayEdit = holds(ctx.caller.grants, "privacy.edit", WORKSPACE_SCOPE)
  return rows
    .filter(({ owner }) => (owner ? owner.id === ctx.userId : mayEdit))
    .slice(0, MOST)
    .map(({ id, regulation, article, title, nextReviewOn }) => ({
      kind: "review",
      id: `obligation ${id}`,
      title: `Review ${regulation} ${article}: ${title}`,
      detail: "Legal review. Have the interpretation looked at, then set the next date",
      due: nextReviewOn ?? until,
      state: (nextReviewOn ?? until) < ctx.now.slice(0, 10) ? "overdue" : "review due",
      action: {
        label: "Review",
        href: `/${ctx.caller.workspace?.slug ?? ""}/privacy/regulations?obligation=${id}`,
      },
    }))
}
