import { usualDecision } from "@/server/dpia/domain/screening-decision"
import type { ScreeningSubject } from "@/server/dpia/domain/screening-input"
import type {
  DeclarationRow,
  ScreeningDetails,
  ScreeningState,
  SubjectRow,
} from "@/server/dpia/domain/screening-row"

/** The subject as operations take it. */
export const subjectInput = ({ type, id }: Pick<SubjectRow, "type" | "id">): ScreeningSubject =>
  type === "product" ? { productId: id } : { itemId: id }

type Standing = {
  declaration: DeclarationRow | null
  state: ScreeningState
  screening: Pick<ScreeningDetails, "verdict" | "decision" | "drift"> | null
  /** Keys of the assessments of the subject, newest first. */
  assessments: readonly string[]
}

export type PrivacyStep = { words: string; to: "declare" | "screening" | "new" | "assessment" | null }

/** The one thing to do next about personal data, or that nothing is. */
export function nextPrivacyStep({ declaration, state, screening, assessments }: Standing): PrivacyStep {
  if (state === "undeclared") return { words: "Say whether it holds personal data", to: "declare" }
  if (state === "none" || declaration === null) return { words: "Nothing to do", to: null }
  if (state === "due") return { words: "Begin the screening", to: "screening" }
  if (state === "in_progress" || state === "outdated")
    return { words: "Finish the screening", to: "screening" }
  if (state === "sent_back") return { words: "Put the screening right", to: "screening" }
  if (assessments.length > 0) return { words: `Open ${assessments[0]}`, to: "assessment" }
  const verdict = screening?.verdict ?? null
  const decision = screening?.decision ?? (verdict && usualDecision(verdict))
  if (screening?.drift?.changes.length) return { words: "See what changed", to: "screening" }
  if (decision === "assess") return { words: "Begin the assessment", to: "new" }
  return state === "in_review"
    ? { words: "Wait for the approval of the screening", to: "screening" }
    : { words: "Nothing to do", to: null }
}

/** Says that only the newest are shown: "Newest 5 of 1,200 assessments". */
export const newestWords = (shown: number, total: number) =>
  `Newest ${shown} of ${total.toLocaleString("en-GB")} assessments`
