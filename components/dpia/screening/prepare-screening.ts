import type { ScreeningAnswers, ScreeningQuestion } from "@/server/dpia/domain/screening"
import {
  CRITERIA,
  criteriaMet,
  LEGAL_CASES,
  LISTS,
  SCREENING_QUESTIONS,
  screeningVerdict,
  unanswered,
  VERDICT_LABELS,
  verdictReason,
} from "@/server/dpia/domain/screening"
import type { ScreeningDecision } from "@/server/dpia/domain/screening-decision"
import { isOverride, usualDecision } from "@/server/dpia/domain/screening-decision"
import { SCREENING_GUIDE } from "@/server/dpia/domain/screening-guide"
import type { ScreeningChanges } from "@/server/dpia/domain/screening-input"
import type { ScreeningDetails } from "@/server/dpia/domain/screening-row"

type Group = { id: string; title: string; note: string; questions: readonly ScreeningQuestion[] }

/** The questions as the page asks them: what the law names, the authority's lists, the nine criteria. */
export const QUESTION_GROUPS: readonly Group[] = [
  {
    id: "law",
    title: "Cases that the law names",
    note: "Any yes: an assessment is required. Art. 35(3) GDPR",
    questions: LEGAL_CASES,
  },
  {
    id: "lists",
    title: "The supervisory authority's lists",
    note: "Art. 35(4) and (5) GDPR",
    questions: LISTS,
  },
  {
    id: "criteria",
    title: "Nine criteria",
    note: "Two or more: an assessment is usually required. WP248 rev.01, p. 9 to 11",
    questions: CRITERIA,
  },
]

/** What the verdict panel shows for answers as they stand in the browser. */
export function liveVerdict(answers: ScreeningAnswers) {
  const verdict = screeningVerdict(answers) ?? null
  const open = unanswered(answers).length
  const total = SCREENING_QUESTIONS.length
  const met = criteriaMet(answers).length
  return {
    verdict,
    open,
    answered: total - open,
    total,
    words: verdict ? VERDICT_LABELS[verdict] : "No verdict yet",
    reason:
      verdictReason(answers) ??
      `${open} of ${total} ${open === 1 ? "question is" : "questions are"} open. What is not answered does not count as no.${met > 0 ? ` So far ${met} of nine criteria ${met === 1 ? "is" : "are"} met.` : ""}`,
  }
}

/** Which parts of the decision form a verdict asks for. */
export function decisionForm(answers: ScreeningAnswers, decision: ScreeningDecision | null) {
  const verdict = screeningVerdict(answers)
  if (!verdict) return null
  const chosen = decision ?? usualDecision(verdict)
  return {
    verdict,
    chosen,
    /** Required by law: there is nothing to choose. */
    fixed: verdict === "REQUIRED",
    needsReason: chosen === "none" && verdict !== "NOT_INDICATED",
    override: isOverride(verdict, chosen),
  }
}

export type ScreeningClash = { field: string; mine: string; theirs: string }

const shown = (value: string | null | undefined) =>
  value === "yes" ? "Yes" : value === "no" ? "No" : value || "nothing"

/** Where what I changed differs from what somebody else saved in the meantime. */
export function clashesOf(changes: ScreeningChanges, theirs: ScreeningDetails): ScreeningClash[] {
  const { answers = {}, notes = {}, ...fields } = changes
  const questions = (Object.keys(answers) as ScreeningQuestion[]).map((key) => ({
    field: SCREENING_GUIDE[key].question,
    mine: shown(answers[key]),
    theirs: shown(theirs.answers[key]),
  }))
  const remarks = (Object.keys(notes) as ScreeningQuestion[]).map((key) => ({
    field: `Remark: ${SCREENING_GUIDE[key].question}`,
    mine: shown(notes[key]),
    theirs: shown(theirs.notes[key]),
  }))
  const labels = {
    description: "What is processed",
    decision: "Decision",
    reason: "Reason",
    occasion: "Why it is screened again",
  } as const
  const rest = (Object.keys(fields) as (keyof typeof labels)[]).map((key) => ({
    field: labels[key],
    mine: shown(fields[key]),
    theirs: shown(theirs[key]),
  }))
  return [...questions, ...remarks, ...rest].filter(({ mine, theirs: other }) => mine !== other)
}

/** The screening with changes laid on top, before the server has answered. */
export function withChanges(screening: ScreeningDetails, changes: ScreeningChanges): ScreeningDetails {
  const { answers, notes, ...fields } = changes
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const merged = { ...screening.answers, ...answers }
  const kept = Object.fromEntries(Object.entries(merged).filter(([, answer]) => answer !== null))
  return {
    ...screening,
    ...given,
    answers: kept as ScreeningAnswers,
    notes: { ...screening.notes, ...notes },
  }
}
