import type { ListEntry, OwnRiskFields } from "./assessment-fields"
import type { RiskRow } from "./assessment-row"
import type { AssessmentContent } from "./content"
import {
  FEARED_EVENT_FACTS,
  FEARED_EVENTS,
  type FearedEvent,
  type RiskField,
  riskQuestionId,
} from "./questions"
import { type Estimate, type Level, NOT_ESTIMATED, residualOf, riskWeight } from "./risk"

/** What is stored about a risk beside the answers: of a feared event only what the exchange format has no place for. */
type StoredRisk = {
  id: string
  event: FearedEvent | null
  title: string
  fields: OwnRiskFields | null
  inherentSeverity: Level
  inherentLikelihood: Level
  severity: Level
  likelihood: Level
  residualSeverity: Level
  residualLikelihood: Level
  version: number
}

const texts = (entries: readonly ListEntry[]) => entries.map(({ text }) => text)

function judged(estimate: Estimate, reestimate: Estimate) {
  const residual = residualOf(estimate, reestimate)
  return { estimate, reestimate, residual, weight: riskWeight(residual) }
}

function ofEvent(event: FearedEvent, content: AssessmentContent, stored: StoredRisk | undefined): RiskRow {
  const { part, title } = FEARED_EVENT_FACTS[event]
  const answer = (field: RiskField) =>
    content.answers.find(({ questionId }) => questionId === riskQuestionId(event, field))
  const list = (field: RiskField) => answer(field)?.list ?? []
  const level = (field: RiskField) => answer(field)?.gauge ?? 0
  const again = content.evaluations.find(({ reference }) => reference === part)?.residual
  return {
    id: part,
    event,
    title,
    impacts: texts(list("impacts")),
    threats: texts(list("threats")),
    sources: texts(list("sources")),
    measures: list("measures"),
    severityText: answer("severity")?.text ?? "",
    likelihoodText: answer("likelihood")?.text ?? "",
    inherent: stored
      ? { severity: stored.inherentSeverity, likelihood: stored.inherentLikelihood }
      : NOT_ESTIMATED,
    ...judged({ severity: level("severity"), likelihood: level("likelihood") }, again ?? NOT_ESTIMATED),
    version: stored?.version ?? 0,
  }
}

function ofOwn(stored: StoredRisk, fields: OwnRiskFields): RiskRow {
  const { id, title, severity, likelihood, version } = stored
  return {
    id,
    event: null,
    title,
    version,
    ...fields,
    inherent: { severity: stored.inherentSeverity, likelihood: stored.inherentLikelihood },
    ...judged(
      { severity, likelihood },
      { severity: stored.residualSeverity, likelihood: stored.residualLikelihood },
    ),
  }
}

/** The three feared events, then the risks of one's own in the order in which they were added. */
export function riskRows(content: AssessmentContent, stored: readonly StoredRisk[]): RiskRow[] {
  const events = FEARED_EVENTS.map((event) =>
    ofEvent(
      event,
      content,
      stored.find((risk) => risk.event === event),
    ),
  )
  const own = stored.flatMap((risk) => (risk.fields ? [ofOwn(risk, risk.fields)] : []))
  return [...events, ...own]
}

const ORDER = ["unknown", "low", "medium", "high"] as const

/** The heaviest of what remains; "unknown" as long as nothing is estimated. */
export const heaviest = (risks: readonly Pick<RiskRow, "weight">[]) =>
  ORDER[Math.max(0, ...risks.map(({ weight }) => ORDER.indexOf(weight)))] ?? "unknown"
