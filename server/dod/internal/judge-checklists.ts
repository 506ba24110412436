import type { OpCtx } from "@/server/kernel/context"
import type { CheckSubject } from "../check-provider"
import { findCheck } from "../checks"
import { computedTitle } from "../domain/check-kind"
import {
  type CheckRow,
  holds,
  judgeAnswer,
  judgeVerdict,
  type Reopened,
  type Verdict,
  type Waiver,
  withWaiver,
} from "../domain/checklist"
import type { Check, ComputedCheck } from "../domain/template"
import { lastDayOf } from "../domain/waiver"
import {
  type ChecklistRow,
  countingWaivers,
  latestAnswers,
  latestObservations,
  placeOf,
  templatesOf,
} from "./checklist-rows"
import { itemFacts, productFacts, type SubjectFacts } from "./subject-facts"

export type JudgedChecklist = { checklist: ChecklistRow; subject: SubjectFacts; rows: CheckRow[] }

const GONE: Verdict = {
  state: "unknown",
  reason: "This check is not part of Plumbline any more",
  facts: [],
  at: null,
}

/**
 * How every check of the checklists stands, by the facts of this moment; nothing stored is believed. As many queries
 * for 500 checklists as for one. Checklists of the answer are in the given order.
 */
export async function judgeChecklists(
  ctx: OpCtx,
  checklists: readonly ChecklistRow[],
): Promise<JudgedChecklist[]> {
  if (checklists.length === 0) return []
  const ids = checklists.map(({ id }) => id)
  const [templates, items, products, answers, waivers, observations] = await Promise.all([
    templatesOf(
      ctx,
      checklists.map(({ templateId }) => templateId),
    ),
    itemFacts(
      ctx,
      checklists.flatMap(({ itemId }) => itemId ?? []),
    ),
    productFacts(
      ctx,
      checklists.flatMap(({ productId }) => productId ?? []),
    ),
    latestAnswers(ctx, ids),
    countingWaivers(ctx, ids),
    latestObservations(ctx, ids),
  ])
  const asked = checklists.flatMap((checklist) => {
    const subject = items.get(checklist.itemId ?? "") ?? products.get(checklist.productId ?? "")
    const checks = templates.get(checklist.templateId)?.checks ?? []
    return subject ? [{ checklist, subject, checks: checks.filter((check) => isAsked(check, subject)) }] : []
  })
  const verdictOf = await computeVerdicts(ctx, asked)
  return asked.map(({ checklist, subject, checks }) => ({
    checklist,
    subject,
    rows: checks.map((check): CheckRow => {
      const place = placeOf(checklist.id, check.key)
      const waiver = waivers.get(place) ?? null
      const answer = check.kind === "manual" ? (answers.get(place) ?? null) : null
      const verdict = check.kind === "computed" ? verdictOf(checklist.id, check) : null
      const judged = verdict ? judgeVerdict(verdict) : judgeAnswer(evidenceOf(check) ?? "none", answer)
      const standing = withWaiver(judged, waiver, ctx.now)
      return {
        key: check.key,
        kind: check.kind,
        check: check.kind === "computed" ? check.check : null,
        ...wordsOf(check),
        level: check.level,
        evidence: evidenceOf(check),
        ...standing,
        facts: verdict?.facts ?? [],
        at: verdict ? verdict.at : (answer?.at ?? null),
        answer,
        waiver,
        reopened: holds(standing)
          ? null
          : (endedWaiver(waiver) ?? reopenedBy(observations.get(place), standing.reason, ctx.now)),
      }
    }),
  }))
}

/** A computed check about items is not asked of a product. One that is not known any more is asked, and unknown. */
const isAsked = (check: Check, { type }: SubjectFacts) =>
  check.kind === "manual" || (findCheck(check.check)?.subjects.includes(type) ?? true)

const evidenceOf = (check: Check) => (check.kind === "manual" ? check.evidence : null)

function wordsOf(check: Check): { title: string; help: string } {
  if (check.kind === "manual") return { title: check.title, help: check.help }
  const kind = findCheck(check.check)
  return { title: computedTitle(kind, check), help: kind?.why ?? "" }
}

/** A waiver that was approved and ended has opened its check again at that moment, whether or not anybody looked. */
const endedWaiver = (waiver: Waiver | null): Reopened | null =>
  waiver?.state === "expired" && waiver.approvedBy.length > 0
    ? { at: waiver.expiresAt, reason: `Waiver expired after ${lastDayOf(waiver.expiresAt)}` }
    : null

/** A check that was last seen to hold and does not: it reopened, noticed or not yet. */
function reopenedBy(
  last: { kind: "held" | "lapsed" | "reset"; reason: string; at: string } | undefined,
  reason: string,
  now: string,
): Reopened | null {
  if (last?.kind === "lapsed") return { at: last.at, reason: last.reason }
  return last?.kind === "held" ? { at: now, reason } : null
}

type Asked = { checklist: ChecklistRow; subject: SubjectFacts; checks: readonly Check[] }

/** Each computed check once for all subjects that it is asked of with the same settings. */
async function computeVerdicts(ctx: OpCtx, asked: readonly Asked[]) {
  const nameOf = ({ check, params }: ComputedCheck) =>
    `${check} ${JSON.stringify(Object.entries(params).sort())}`
  const wanted = new Map<string, { check: ComputedCheck; subjects: CheckSubject[] }>()
  for (const { checklist, subject, checks } of asked) {
    for (const check of checks) {
      if (check.kind !== "computed") continue
      const group = wanted.get(nameOf(check)) ?? { check, subjects: [] }
      wanted.set(nameOf(check), group)
      group.subjects.push({ ...subject, checklistId: checklist.id })
    }
  }
  const found = new Map<string, Verdict>()
  for (const [name, { check, subjects }] of wanted) {
    const provider = findCheck(check.check)
    const verdicts = await provider?.evaluate(ctx, subjects, check.params)
    const unknown = provider ? { ...GONE, reason: "Nothing is known about it" } : GONE
    for (const { id, checklistId } of subjects)
      found.set(`${checklistId} ${name}`, verdicts?.get(id) ?? unknown)
  }
  return (checklistId: string, check: ComputedCheck) => found.get(`${checklistId} ${nameOf(check)}`) ?? GONE
}
