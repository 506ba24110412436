import { eq, inArray, isNull, lte, or } from "drizzle-orm"
import { obligations, privacyControls } from "@/db/schema/privacy-obligations"
import type { OpCtx } from "@/server/kernel/context"
import { holds, WORKSPACE_SCOPE } from "@/server/kernel/domain/grants"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"
import { selectControls, selectObligations } from "./internal/obligation-rows"
import { readControls } from "./internal/read-controls"

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

/**
 * Obligations with a control that does not hold at this moment: for their owner; without one, for those who may edit.
 * The counts are of the whole workspace, so nobody gets them who may not read its register.
 */
export async function waitingControls(ctx: OpCtx): Promise<WaitingThing[]> {
  if (!holds(ctx.caller.grants, "privacy.read", WORKSPACE_SCOPE)) return []
  const mayEdit = holds(ctx.caller.grants, "privacy.edit", WORKSPACE_SCOPE)
  const mine = eq(obligations.ownerId, ctx.userId)
  const rows = await selectObligations(ctx, mayEdit ? or(mine, isNull(obligations.ownerId)) : mine)
  const named = [...new Set(rows.flatMap(({ controlIds }) => controlIds))]
  if (named.length === 0) return []
  const controls = await selectControls(ctx, inArray(privacyControls.id, named))
  const readingOf = await readControls(ctx, controls)
  return rows
    .flatMap(({ id, regulation, article, controlIds }): WaitingThing[] => {
      const broken = controls.filter(
        (one) => controlIds.includes(one.id) && readingOf(one.id).state === "bad",
      )
      if (broken.length === 0) return []
      const said = broken.map((one) => `${one.name}: ${readingOf(one.id).words}`)
      return [
        {
          kind: "review",
          id: `controls ${id}`,
          title: `${regulation} ${article}: ${broken.length === 1 ? "a control does" : `${broken.length} controls do`} not hold`,
          detail: said.join(". "),
          state: "does not hold",
          action: {
            label: "See control",
            href: `/${ctx.caller.workspace?.slug ?? ""}/privacy/regulations?obligation=${id}`,
          },
        },
      ]
    })
    .slice(0, MOST)
}
