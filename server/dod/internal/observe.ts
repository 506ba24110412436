import { dodObservations } from "@/db/schema/dod"
import type { OpCtx } from "@/server/kernel/context"
import { newId } from "@/server/kernel/domain/id"
import { holds } from "../domain/checklist"
import { latestObservations, placeOf } from "./checklist-rows"
import type { JudgedChecklist } from "./judge-checklists"
import { targetOf } from "./subject-facts"

const AT_ONCE = 1_000

/**
 * Notes which checks hold for the first time and which hold no more, so that what reopens is noticed. A check that
 * reopened is recorded with its reason. Answers how many of each.
 */
export async function observe(
  ctx: OpCtx,
  judged: readonly JudgedChecklist[],
): Promise<{ held: number; reopened: number }> {
  const last = await latestObservations(
    ctx,
    judged.map(({ checklist }) => checklist.id),
  )
  const seen = judged.flatMap(({ checklist, subject, rows }) =>
    rows.flatMap((row) => {
      const before = last.get(placeOf(checklist.id, row.key))?.kind ?? "reset"
      const now = holds(row)
      if (now === (before === "held") || (!now && before !== "held")) return []
      return [{ checklist, subject, row, kind: now ? ("held" as const) : ("lapsed" as const) }]
    }),
  )
  for (let at = 0; at < seen.length; at += AT_ONCE) {
    await ctx.db.insert(dodObservations).values(
      seen.slice(at, at + AT_ONCE).map(({ checklist, row, kind }) => ({
        workspaceId: ctx.workspaceId,
        id: newId(),
        checklistId: checklist.id,
        checkKey: row.key,
        kind,
        reason: row.reason,
        createdAt: ctx.now,
      })),
    )
  }
  const lapsed = seen.filter(({ kind }) => kind === "lapsed")
  for (const { subject, row } of lapsed) {
    ctx.record({
      targets: [targetOf(subject)],
      summary: `Reopened “${row.title}” of ${subject.name}: ${row.reason}`,
      after: { check: row.key, state: row.state },
    })
  }
  return { held: seen.length - lapsed.length, reopened: lapsed.length }
}
