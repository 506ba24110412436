import { and, desc, eq } from "drizzle-orm"
import { users } from "@/db/schema/members"
import { workshopFacts } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { PlumblineError, ruleBroken } from "@/server/kernel/errors"
import { PHASE_LABELS, type WorkshopPhase } from "../domain/workshop"
import { mayLead } from "../domain/workshop-rules"
import { fetchWorkshopItems } from "./workshop-items"
import { fetchWorkshop, type WorkshopRow } from "./workshop-rows"

/** Facilitating means leading for every item of the selection. @throws FORBIDDEN */
export function requireFacilitation(ctx: OpCtx, rows: readonly { scope: Parameters<OpCtx["require"]>[1] }[]) {
  for (const { scope } of rows) ctx.require("workshops.facilitate", scope)
}

/** The workshop, locked for a change by its facilitator. @throws NOT_FOUND, FORBIDDEN, RULE_BROKEN for anybody else. */
export async function fetchToLead(ctx: OpCtx, id: string) {
  const workshop = await fetchWorkshop(ctx, id, "update")
  const rows = await fetchWorkshopItems(ctx, id)
  requireFacilitation(ctx, rows)
  const verdict = mayLead(workshop, ctx.userId)
  if (!verdict.ok) throw ruleBroken(verdict.reason)
  return { workshop, rows }
}

/** Refuses a step from a phase that is over, and says who took it and when. @throws CONFLICT with the present state. */
export async function expectPhase(
  ctx: OpCtx,
  workshop: WorkshopRow,
  seen: { phase: WorkshopPhase; round: number },
) {
  if (workshop.phase === seen.phase && workshop.round === seen.round) return
  const [last] = await ctx.db
    .select({ name: users.name, at: workshopFacts.at })
    .from(workshopFacts)
    .leftJoin(users, eq(users.id, workshopFacts.byId))
    .where(own(ctx, workshopFacts, and(eq(workshopFacts.workshopId, workshop.id))))
    .orderBy(desc(workshopFacts.seq))
    .limit(1)
  const who = last?.name ?? "Somebody"
  const { phase, round, revision } = workshop
  throw new PlumblineError("CONFLICT", `${who} went on to “${PHASE_LABELS[phase]}” a moment ago`, {
    current: { phase, round, revision },
  })
}
