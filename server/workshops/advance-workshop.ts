import { and, eq, inArray } from "drizzle-orm"
import { z } from "zod"
import { workshopItems } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { invalidField, ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import { type FactKind, WORKSHOP_LIMITS, WORKSHOP_PHASES, type WorkshopPhase } from "./domain/workshop"
import { mayAdvance } from "./domain/workshop-rules"
import { changeWorkshop } from "./internal/change-workshop"
import { expectPhase, fetchToLead } from "./internal/require-lead"
import type { WorkshopItemRow } from "./internal/workshop-items"
import { targetOf } from "./internal/workshop-rows"

const inputSchema = z.object({
  id: z.uuid(),
  to: z.enum(["scoring", "discussing", "deciding"]),
  /** Where the caller saw the workshop: of two presses at once one wins, and the other learns that it happened. */
  from: z.object({ phase: z.enum(WORKSHOP_PHASES), round: z.number().int().min(0).max(9) }),
  /** Items of a further round. */
  itemIds: z.array(z.uuid()).max(WORKSHOP_LIMITS.items).default([]),
})

async function chooseAgain(
  ctx: OpCtx,
  id: string,
  rows: WorkshopItemRow[],
  { round, itemIds }: { round: number; itemIds: string[] },
): Promise<void> {
  const known = new Map(rows.map((row) => [row.itemId, row]))
  for (const itemId of itemIds) {
    const item = known.get(itemId)
    if (!item) throw invalidField("itemIds", "Choose items of this workshop only")
    if (item.fate !== "here") throw invalidField("itemIds", `${item.key} is no longer in the backlog`)
  }
  await ctx.db
    .update(workshopItems)
    .set({ lastRound: round })
    .where(
      own(ctx, workshopItems, and(eq(workshopItems.workshopId, id), inArray(workshopItems.itemId, itemIds))),
    )
}

type Step = { kind: FactKind; round: number; words: string }

/** What a step is called, from where it starts. */
function stepOf(
  phase: WorkshopPhase,
  to: z.output<typeof inputSchema>["to"],
  round: number,
  chosen: number,
): Step {
  if (to === "scoring") {
    const next = round + 1
    const words =
      next === 1
        ? "Started the silent scoring"
        : `Had ${chosen} ${chosen === 1 ? "item" : "items"} scored again`
    return { kind: "scoring", round: next, words }
  }
  if (to === "deciding") return { kind: "deciding", round, words: "Went on to decide" }
  if (phase === "deciding") return { kind: "resumed", round, words: "Went back to the discussion" }
  return { kind: "revealed", round, words: `Revealed the scores of round ${round}` }
}

/**
 * Takes the workshop to its next phase. @throws CONFLICT with the present phase when it is elsewhere by now,
 * RULE_BROKEN for a step that is none or anybody but the facilitator, INVALID, NOT_FOUND, FORBIDDEN.
 */
export const advanceWorkshop = command("workshops.advanceWorkshop", {
  permission: "workshops.facilitate",
  at: "rows",
  input: inputSchema,
  async run(ctx, { id, to, from, itemIds }) {
    const { workshop, rows } = await fetchToLead(ctx, id)
    await expectPhase(ctx, workshop, from)
    const verdict = mayAdvance(workshop, to, itemIds.length)
    if (!verdict.ok) throw ruleBroken(verdict.reason)
    const step = stepOf(workshop.phase, to, workshop.round, itemIds.length)
    if (to === "scoring" && step.round > 1) await chooseAgain(ctx, id, rows, { round: step.round, itemIds })
    const revision = await changeWorkshop(
      ctx,
      workshop,
      { phase: to, round: step.round, focusItemId: null, timerEndsAt: null },
      { kind: step.kind },
    )
    ctx.record({
      targets: [targetOf(workshop)],
      summary: `${step.words} in the workshop “${workshop.title}”`,
      before: { phase: workshop.phase, round: workshop.round },
      after: { phase: to, round: step.round },
    })
    return { phase: to, round: step.round, revision }
  },
})
