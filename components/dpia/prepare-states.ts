import type { State } from "@/components/ui/icon"
import type { AssessmentState } from "@/server/dpia/domain/assessment-row"
import type { PartState } from "@/server/dpia/domain/completeness"
import type { RiskWeight } from "@/server/dpia/domain/risk"
import type { ScreeningVerdict } from "@/server/dpia/domain/screening"
import type { ScreeningState } from "@/server/dpia/domain/screening-row"

/** The shape and colour of each state; the word beside it comes from the domain. */
export const SCREENING_LOOKS: Record<ScreeningState, State> = {
  undeclared: "unknown",
  none: "good",
  due: "warning",
  in_progress: "warning",
  in_review: "warning",
  sent_back: "bad",
  outdated: "bad",
  approved: "good",
}

export const ASSESSMENT_LOOKS: Record<AssessmentState, State> = {
  in_progress: "later",
  in_review: "warning",
  changes_asked: "warning",
  refused: "bad",
  outdated: "bad",
  approved: "good",
  archived: "later",
}

export const VERDICT_LOOKS: Record<ScreeningVerdict, State> = {
  REQUIRED: "bad",
  LIKELY_REQUIRED: "warning",
  CONSIDER: "warning",
  NOT_INDICATED: "good",
}

export const WEIGHT_LOOKS: Record<RiskWeight, State> = {
  unknown: "unknown",
  low: "good",
  medium: "warning",
  high: "bad",
}

export const PART_LOOKS: Record<PartState, State> = {
  empty: "later",
  editing: "warning",
  complete: "warning",
  to_be_fixed: "bad",
  evaluating: "warning",
  evaluated: "good",
}
