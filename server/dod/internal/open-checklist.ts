import type { OpCtx } from "@/server/kernel/context"
import { conflict, notFound, ruleBroken } from "@/server/kernel/errors"
import type { Subject } from "../domain/deliverable"
import type { Check, ManualCheck } from "../domain/template"
import { type ChecklistRow, findChecklist, templatesOf } from "./checklist-rows"
import { type JudgedChecklist, judgeChecklists } from "./judge-checklists"
import { observe } from "./observe"

/** The checklist of a subject. @throws RULE_BROKEN while nobody has said what it delivers */
export async function fetchChecklist(ctx: OpCtx, subject: Subject): Promise<ChecklistRow> {
  const checklist = await findChecklist(ctx, subject)
  if (!checklist) throw ruleBroken("It has no checklist yet: choose what it delivers first")
  return checklist
}

/** One check of a checklist. @throws NOT_FOUND */
export async function fetchCheck(ctx: OpCtx, { templateId }: ChecklistRow, key: string): Promise<Check> {
  const template = (await templatesOf(ctx, [templateId])).get(templateId)
  const check = template?.checks.find((one) => one.key === key)
  if (!check) throw notFound("The check")
  return check
}

/** A check that people mark. @throws NOT_FOUND, RULE_BROKEN for a computed one */
export async function fetchManualCheck(
  ctx: OpCtx,
  checklist: ChecklistRow,
  key: string,
): Promise<ManualCheck> {
  const check = await fetchCheck(ctx, checklist, key)
  if (check.kind === "computed")
    throw ruleBroken("This check is computed from facts: it is met when they are, and not by marking it")
  return check
}

/** Refuses a change of what somebody saw otherwise. @throws CONFLICT */
export function expectVersion(checklist: ChecklistRow, version: number): void {
  if (checklist.version !== version) throw conflict("The checklist", checklist)
}

/** Judges a checklist again after a change, and notes what holds and what reopened. */
export async function judgeAgain(ctx: OpCtx, subject: Subject): Promise<JudgedChecklist> {
  const [judged] = await judgeChecklists(ctx, [await fetchChecklist(ctx, subject)])
  if (!judged) throw notFound("The checklist")
  await observe(ctx, [judged])
  return judged
}
