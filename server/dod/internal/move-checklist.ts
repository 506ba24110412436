import { eq, sql } from "drizzle-orm"
import { dodAnswers, dodChecklists, dodObservations } from "@/db/schema/dod"
import { outdateApprovals } from "@/server/approvals/outdate-approvals"
import type { OpCtx } from "@/server/kernel/context"
import { own } from "@/server/kernel/database"
import { newId } from "@/server/kernel/domain/id"
import { asksTheSame } from "../domain/template"
import { type ChecklistRow, countingWaivers, latestAnswers, placeOf, templatesOf } from "./checklist-rows"
import type { TemplateRow } from "./template-rows"

/**
 * Lets a checklist follow another version. Answers and waivers of checks that ask the same are kept; those of checks
 * that changed or went are opened again. Answers the number of answers kept and opened.
 */
export async function moveChecklist(ctx: OpCtx, checklist: ChecklistRow, to: TemplateRow) {
  const { id: checklistId, templateId } = checklist
  const from = (await templatesOf(ctx, [templateId])).get(templateId)
  const next = new Map(to.definition.checks.map((check) => [check.key, check]))
  const [answers, waivers] = await Promise.all([
    latestAnswers(ctx, [checklistId]),
    countingWaivers(ctx, [checklistId]),
  ])
  const counts = { kept: 0, opened: 0 }
  const forgotten: string[] = []
  for (const check of from?.checks ?? []) {
    const after = next.get(check.key)
    const place = placeOf(checklistId, check.key)
    const done = answers.get(place)?.kind === "done"
    if (after && asksTheSame(check, after)) {
      if (done) counts.kept++
      continue
    }
    forgotten.push(check.key)
    const waiver = waivers.get(place)
    if (waiver) await outdateApprovals(ctx, { kind: "waiver", subjectId: waiver.id, version: 2 })
    if (!done) continue
    counts.opened++
    await ctx.db.insert(dodAnswers).values({
      workspaceId: ctx.workspaceId,
      id: newId(),
      checklistId,
      checkKey: check.key,
      kind: "reopened",
      note: `The check ${after ? "changed" : "went"} with version ${to.version}`,
      createdBy: ctx.userId,
      createdAt: ctx.now,
    })
  }
  if (forgotten.length > 0) {
    await ctx.db.insert(dodObservations).values(
      forgotten.map((checkKey) => ({
        workspaceId: ctx.workspaceId,
        id: newId(),
        checklistId,
        checkKey,
        kind: "reset" as const,
        reason: "The check was exchanged",
        createdAt: ctx.now,
      })),
    )
  }
  await ctx.db
    .update(dodChecklists)
    .set({ templateId: to.id, version: sql`${dodChecklists.version} + 1` })
    .where(own(ctx, dodChecklists, eq(dodChecklists.id, checklistId)))
  return counts
}
