import type { KnownFact } from "./known-facts"
import {
  SCREENING_QUESTIONS,
  type ScreeningAnswers,
  type ScreeningQuestion,
  type ScreeningVerdict,
  verdictReason,
} from "./screening"
import { isOverride, type ScreeningDecision } from "./screening-decision"
import { SCREENING_GUIDE } from "./screening-guide"

type Screened = {
  version: number
  description: string
  answers: ScreeningAnswers
  notes: Partial<Record<ScreeningQuestion, string>>
  verdict: ScreeningVerdict
  decision: ScreeningDecision
  reason: string
  occasion: string
  dpoView: string
  dpoViewAt: string | null
  subject: { type: string; id: string; name: string; title: string }
  /** What was known of the product's data; null where the screening is about one item. */
  facts: readonly KnownFact[] | null
}

/** Everything that is signed, in words that can be read without the program: questions as they were asked, and answers. */
export function screeningContent(screened: Screened) {
  const { version, description, answers, notes, verdict, decision, reason, occasion, dpoView } = screened
  const { type, id, name, title } = screened.subject
  return {
    format: "plumbline/screening/2",
    subject: { type, id, name, title },
    version,
    occasion,
    description,
    questions: SCREENING_QUESTIONS.map((question) => ({
      key: question,
      question: SCREENING_GUIDE[question].question,
      source: SCREENING_GUIDE[question].source,
      answer: answers[question] ?? null,
      note: notes[question] ?? "",
    })),
    verdict,
    verdictReason: verdictReason(answers) ?? "",
    decision,
    overridden: isOverride(verdict, decision),
    reason,
    known: screened.facts?.map(({ what, value }) => ({ what, value })) ?? null,
    dpoView: dpoView === "" ? null : { text: dpoView, at: screened.dpoViewAt },
  }
}
