import type { DoneGate } from "@/server/backlog/done-gate"
import { missingOf, missingTitle, NO_CHECKLIST } from "./domain/checklist"
import { checklistsOf } from "./internal/checklist-rows"
import { judgeChecklists } from "./internal/judge-checklists"

/** What keeps items from being done, by the facts of this moment: handed to the backlog by server/compose.ts. */
export const judgeDone: DoneGate = async (ctx, itemIds) => {
  const checklists = await checklistsOf(ctx, "item", itemIds)
  const judged = await judgeChecklists(ctx, [...checklists.values()])
  const missing = new Map(judged.map(({ subject, rows }) => [subject.id, missingOf(rows).map(missingTitle)]))
  return new Map(itemIds.map((id) => [id, { missing: missing.get(id) ?? [NO_CHECKLIST] }]))
}
