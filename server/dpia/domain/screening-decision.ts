import { no, type Verdict, yes } from "@/server/kernel/domain/verdict"
import type { ScreeningVerdict } from "./screening"

/** What is done about the verdict: an assessment is made, or not. */
export const DECISIONS = ["assess", "none"] as const
export type ScreeningDecision = (typeof DECISIONS)[number]

export const DECISION_LABELS: Record<ScreeningDecision, string> = {
  assess: "Make an assessment",
  none: "Make no assessment",
}

/** What a verdict leads to when nobody decides otherwise; "consider" leads nowhere by itself. */
export function usualDecision(verdict: ScreeningVerdict): ScreeningDecision | null {
  if (verdict === "CONSIDER") return null
  return verdict === "NOT_INDICATED" ? "none" : "assess"
}

/** True when the decision departs from "likely required": then a reason and the data protection officer's view are needed. */
export const isOverride = (verdict: ScreeningVerdict, decision: ScreeningDecision | null): boolean =>
  verdict === "LIKELY_REQUIRED" && decision === "none"

type Grounds = { decision: ScreeningDecision | null; reason: string; dpoView: string }

/** Whether a screening with this verdict may be handed in like this. */
export function mayDecide(verdict: ScreeningVerdict, { decision, reason, dpoView }: Grounds): Verdict {
  const chosen = decision ?? usualDecision(verdict)
  if (chosen === null) return no("Decide whether an assessment is made: the verdict leaves it open")
  if (chosen === "assess") return yes
  if (verdict === "REQUIRED") return no("An assessment is required by law here; this cannot be overridden")
  if (verdict === "NOT_INDICATED") return yes
  if (reason.trim() === "") return no("Give the reason why no assessment is made")
  if (isOverride(verdict, chosen) && dpoView.trim() === "") {
    return no("The data protection officer has to give a view before “likely required” is overridden")
  }
  return yes
}
