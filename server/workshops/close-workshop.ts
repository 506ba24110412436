import { and, eq, sql } from "drizzle-orm"
import { z } from "zod"
import { workshopItems } from "@/db/schema/workshops"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { ruleBroken } from "@/server/kernel/errors"
import { command } from "@/server/kernel/operation"
import type { Ranking } from "@/server/scoring/domain/rank"
import type { Outcome } from "./domain/outcome"
import { agreementOf } from "./domain/round-agreement"
import { countedEntries, rankEntries } from "./domain/round-results"
import { PHASE_LABELS, WORKSHOP_LIMITS, WORKSHOP_PHASES } from "./domain/workshop"
import { changeWorkshop } from "./internal/change-workshop"
import { fetchLatestFramework } from "./internal/latest-framework"
import { expectPhase, fetchToLead } from "./internal/require-lead"
import { fetchRounds } from "./internal/round-rows"
import { targetOf } from "./internal/workshop-rows"
import { writeScores } from "./internal/write-scores"

const sentenceOf = ({ combined }: Ranking["ranked"][number]) =>
  combined.result.status === "scored" ? combined.result.sentence : ""

/** Freezes the order with its reasons; items without a score get no rank. */
async function keepOrder(ctx: OpCtx, id: string, { ranked, unscored }: Ranking): Promise<void> {
  const rows = [
    ...ranked.map((row) => ({ id: row.id, rank: row.rank, sentence: sentenceOf(row) })),
    ...unscored.map((row) => ({ id: row.id, rank: null, sentence: row.reason })),
  ]
  await ctx.db.execute(
    sql`update ${workshopItems} set final_rank = n.rank, sentence = n.sentence
      from json_to_recordset(${JSON.stringify(rows)}::text::json) as n(id uuid, rank int, sentence text)
      where ${own(ctx, workshopItems, and(eq(workshopItems.workshopId, id), sql`${workshopItems.itemId} = n.id`))}`,
  )
}

/**
 * Closes a workshop with its decision: the order with a reason per item, agreement before and after, the dissent as
 * recorded. Each scorer's final values become their own scores, all in one transaction; they stay in the record alone
 * when a newer version of the framework was published meanwhile.
 * @throws CONFLICT with the present phase, RULE_BROKEN, NOT_FOUND, FORBIDDEN.
 */
export const closeWorkshop = command("workshops.closeWorkshop", {
  permission: "workshops.facilitate",
  at: "rows",
  input: z.object({
    id: z.uuid(),
    from: z.object({ phase: z.enum(WORKSHOP_PHASES), round: z.number().int().min(0).max(9) }),
    decision: z
      .string()
      .trim()
      .min(1, "Write down what was decided")
      .max(WORKSHOP_LIMITS.decision, `A decision has at most ${WORKSHOP_LIMITS.decision} characters`),
  }),
  async run(ctx, { id, from, decision }) {
    const { workshop, rows } = await fetchToLead(ctx, id)
    await expectPhase(ctx, workshop, from)
    if (workshop.phase !== "deciding")
      throw ruleBroken(`A decision closes a workshop in “${PHASE_LABELS.deciding}”. Go there first`)
    const { definition, id: frameworkId } = workshop.framework
    const rounds = await fetchRounds(
      ctx,
      id,
      workshop.round,
      rows.map(({ itemId }) => itemId),
    )
    const counted = countedEntries(rounds)
    const ranking = rankEntries(definition, rows, counted)
    await keepOrder(ctx, id, ranking)
    const latest = await fetchLatestFramework(ctx, workshop.framework.key)
    const newerVersion = latest && latest.id !== frameworkId ? latest.version : null
    const here = new Map(rows.filter(({ fate }) => fate === "here").map(({ itemId, key }) => [itemId, key]))
    const final = counted.filter(({ itemId }) => here.has(itemId)) as (typeof rounds)[number]
    const scored = newerVersion ? { written: 0, kept: [] } : await writeScores(ctx, workshop, final, here)
    const outcome: Outcome = {
      agreement: {
        before: agreementOf(definition, rounds[0] ?? []),
        after: agreementOf(definition, counted),
        rounds: rounds.map((_, index) => agreementOf(definition, countedEntries(rounds.slice(0, index + 1)))),
      },
      ...scored,
      newerVersion,
    }
    const change = { phase: "closed" as const, decision, outcome, timerEndsAt: null, closedAt: ctx.now }
    const revision = await changeWorkshop(ctx, workshop, change, { kind: "decided" })
    const order = ranking.ranked.map(({ key }) => key)
    ctx.record({
      targets: [
        targetOf(workshop),
        ...rows.map(({ itemId, key }) => ({ type: "item", id: itemId, name: key })),
      ],
      summary: `Decided the order of ${order.length} items in the workshop “${workshop.title}”: ${order.slice(0, 3).join(", ")} first`,
      after: { order, outcome },
      reason: decision,
    })
    return { revision, ...scored, newerVersion }
  },
})
