/**
 * When an assessment is due: Art. 35(3) GDPR, the authority's lists of Art. 35(4) and (5), and the nine criteria of the
 * guidelines WP248 rev.01. The verdict is a function of the answers and of nothing else.
 */

/** Cases in which Art. 35(3) always asks for an assessment. */
export const LEGAL_CASES = ["automated", "special_at_scale", "public_monitoring"] as const
export type LegalCase = (typeof LEGAL_CASES)[number]

/** The criteria of WP248 in its order. */
export const CRITERIA = [
  "scoring",
  "automated_decision",
  "monitoring",
  "sensitive",
  "large_scale",
  "matching",
  "vulnerable",
  "innovation",
  "blocking",
] as const
export type Criterion = (typeof CRITERIA)[number]

/** Hits on the supervisory authority's lists: of processing that needs an assessment, and of processing that does not. */
export const LISTS = ["authority_list", "exemption_list"] as const
export type ListQuestion = (typeof LISTS)[number]

export const SCREENING_QUESTIONS = [...LEGAL_CASES, ...LISTS, ...CRITERIA] as const
export type ScreeningQuestion = (typeof SCREENING_QUESTIONS)[number]

export const ANSWERS = ["yes", "no"] as const
export type Answer = (typeof ANSWERS)[number]

/** A question that is missing has not been answered, which is not "no". */
export type ScreeningAnswers = Partial<Record<ScreeningQuestion, Answer>>

const VERDICTS = ["REQUIRED", "LIKELY_REQUIRED", "CONSIDER", "NOT_INDICATED"] as const
export type ScreeningVerdict = (typeof VERDICTS)[number]

export const VERDICT_LABELS: Record<ScreeningVerdict, string> = {
  REQUIRED: "Assessment required",
  LIKELY_REQUIRED: "Assessment likely required",
  CONSIDER: "Consider an assessment",
  NOT_INDICATED: "No assessment indicated",
}

/** The questions without an answer, in their order. */
export function unanswered(answers: ScreeningAnswers): ScreeningQuestion[] {
  return SCREENING_QUESTIONS.filter((question) => answers[question] === undefined)
}

export const criteriaMet = (answers: ScreeningAnswers): Criterion[] =>
  CRITERIA.filter((criterion) => answers[criterion] === "yes")

/** Undefined until everything is answered. A hit on the exemption list is a ground for an override and lowers nothing. */
export function screeningVerdict(answers: ScreeningAnswers): ScreeningVerdict | undefined {
  if (unanswered(answers).length > 0) return undefined
  const required = [...LEGAL_CASES, "authority_list" as const].some((question) => answers[question] === "yes")
  if (required) return "REQUIRED"
  const met = criteriaMet(answers).length
  if (met >= 2) return "LIKELY_REQUIRED"
  return met === 1 ? "CONSIDER" : "NOT_INDICATED"
}

/** Why the verdict is what it is, in one sentence; undefined without a verdict. */
export function verdictReason(answers: ScreeningAnswers): string | undefined {
  const verdict = screeningVerdict(answers)
  if (!verdict) return undefined
  if (LEGAL_CASES.some((question) => answers[question] === "yes")) {
    return "Art. 35(3) GDPR names this processing: an assessment is always required"
  }
  if (verdict === "REQUIRED") {
    return "The supervisory authority lists this processing as needing an assessment (Art. 35(4) GDPR)"
  }
  const met = criteriaMet(answers).length
  if (verdict === "LIKELY_REQUIRED") {
    return `${met} of nine criteria are met: with two or more an assessment is usually required (WP248, p. 11)`
  }
  if (verdict === "CONSIDER") return "One of nine criteria is met: one may be enough (WP248, p. 11)"
  return "None of the nine criteria is met, and neither Art. 35(3) nor a list of the authority applies"
}
