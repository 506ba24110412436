import type { OpCtx } from "@/server/kernel/context"
import { holds, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { RETENTION_ACTION_LABELS } from "./domain/retention-rule"
import { selectDue } from "./internal/retention-rows"

const MOST = 100

/** Data whose period is over or nearly over: for those who look after retention, and for the owner of the asset. */
export async function waitingRetention(ctx: OpCtx): Promise<WaitingThing[]> {
  const looksAfterAll = holds(ctx.caller.grants, "retention.edit", WORKSPACE_SCOPE)
  const due = await selectDue(ctx)
  return due
    .filter(({ state, asset }) => {
      const near = state === "overdue" || state === "soon"
      return near && (looksAfterAll || asset.ownerId === ctx.userId)
    })
    .slice(0, MOST)
    .map(({ assignmentId, rule, asset, dueOn, state }) => ({
      kind: "retention",
      id: assignmentId,
      title: `${RETENTION_ACTION_LABELS[rule.action]} what is due in ${asset.name}`,
      detail: `${rule.name}: kept for ${rule.purpose}. Do it and record the evidence, or put it off with a reason`,
      due: dueOn,
      state: state === "overdue" ? "overdue" : "due",
      action: {
        label: "Record",
        href: `/${ctx.caller.workspace?.slug ?? ""}/privacy/retention?record=${assignmentId}`,
      },
    }))
}
