import { assessmentKey, assessmentPath } from "@/server/dpia/domain/assessment-row"
import { changeWords } from "@/server/dpia/domain/known-facts"
import { usualDecision } from "@/server/dpia/domain/screening-decision"
import type { CheckProvider, CheckSubject } from "../../check-provider"
import type { Verdict } from "../../domain/checklist"
import { closest, type DpiaFacts, dpiaFacts } from "./dpia-facts"
import { verdicts } from "./verdicts"

type Found = Pick<Verdict, "state" | "reason"> & Partial<Verdict>

/** People whose data it is are owed an assessment of what it does now, not of what it once did. */
export const dpiaApproved: CheckProvider = {
  id: "dpia-approved",
  label: "DPIA approved for this version",
  why: "The risks to the people whose data it is were looked at and accepted, as it stands now.",
  subjects: ["item", "product"],
  params: [],
  async evaluate(ctx, subjects) {
    const found = await dpiaFacts(ctx, subjects)
    return verdicts(subjects, (subject) => {
      const made = closest(found.assessments, subject)
      return made.length > 0 ? judgeAssessments(made) : judgeScreening(found, subject)
    })
  },
}

/** Every assessment in use must be approved as it stands; the first that is not gives the reason. */
function judgeAssessments(made: DpiaFacts["assessments"]): Found {
  const facts = made.map(({ number }) => ({ label: assessmentKey(number), href: assessmentPath(number) }))
  for (const { number, version, approval, changes } of made) {
    const key = assessmentKey(number)
    const isPresent = approval?.version === version
    if (isPresent && approval.state === "approved") {
      if (changes.length === 0) continue
      return { state: "fail", reason: `Since ${key} was handed in: ${changeWords(changes)}`, facts }
    }
    if (approval?.approvedAt)
      return {
        state: "fail",
        reason: `DPIA approval is outdated: ${key} was approved as v${approval.version}`,
        facts,
      }
    if (isPresent && approval.state === "open")
      return { state: "fail", reason: `${key} waits for approval`, facts }
    return { state: "fail", reason: `${key} is not approved`, facts }
  }
  const at = made
    .flatMap(({ approval }) => approval?.approvedAt ?? [])
    .sort()
    .at(-1)
  const named = made.map(({ number, version }) => `${assessmentKey(number)} v${version}`)
  return { state: "pass", reason: `${named.join(", ")} approved`, facts, at: at ?? null }
}

/** Without an assessment: whether none is needed, by an approved screening, or because there is no personal data. */
function judgeScreening(found: DpiaFacts, subject: CheckSubject): Found {
  const [screening] = closest(found.screenings, subject)
  const facts = [{ label: "Screening", href: "/privacy/screenings" }]
  if (screening) {
    const { approval, version, verdict } = screening
    if (approval?.state !== "approved" || approval.version !== version) {
      const outdated = approval?.approvedAt != null
      return {
        state: "fail",
        reason: outdated ? "Its screening was changed after approval" : "Its screening is not approved",
        facts,
      }
    }
    if (screening.changes.length > 0) {
      const reason = `Since its screening was handed in: ${changeWords(screening.changes)}`
      return { state: "fail", reason, facts }
    }
    const decision = screening.decision ?? (verdict && usualDecision(verdict))
    const at = approval.approvedAt
    if (decision === "none")
      return { state: "pass", reason: "No assessment is needed, by its approved screening", facts, at }
    return { state: "fail", reason: "Its screening asks for an assessment, and there is none", facts, at }
  }
  const [declared] = closest(found.declarations, subject)
  if (!declared) return { state: "unknown", reason: "Nobody has said whether it holds personal data", facts }
  if (declared.personalData === "none")
    return { state: "pass", reason: "It was declared to hold no personal data", facts, at: declared.at }
  return { state: "fail", reason: "It holds personal data, and was not screened", facts, at: declared.at }
}
