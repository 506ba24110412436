import type { ListEntry } from "@/server/dpia/domain/assessment-fields"
import type { AssessmentDetails, MeasureRow, RiskRow } from "@/server/dpia/domain/assessment-row"
import { questionReference } from "@/server/dpia/domain/content"
import { partOfQuestion } from "@/server/dpia/domain/questions"
import { type Estimate, isEstimated, LEVEL_LABELS, type Level, riskMap } from "@/server/dpia/domain/risk"

/** "Important, limited": severity first, as everywhere. */
export const estimateWords = ({ severity, likelihood }: Estimate) =>
  severity + likelihood === 0
    ? LEVEL_LABELS[0]
    : `${LEVEL_LABELS[severity]} severity, ${LEVEL_LABELS[likelihood].toLowerCase()} likelihood`

/** The letter of each risk on the map, in the order of the list: A, B, … Z, A2, B2. */
export function riskLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26))
  return index < 26 ? letter : `${letter}${Math.floor(index / 26) + 1}`
}

export type MapMark = { id: string; letter: string; title: string }
export type MapRow = {
  severity: Level
  label: string
  cells: { likelihood: Level; weight: "low" | "medium" | "high"; now: MapMark[]; before: MapMark[] }[]
}

/**
 * The map as it is drawn: severity from the highest down, likelihood from left to right. `before` are the marks of
 * risks that lay elsewhere earlier.
 */
export function mapRows(
  risks: readonly RiskRow[],
  present: (risk: RiskRow) => Estimate,
  earlier?: (risk: RiskRow) => Estimate,
): MapRow[] {
  const marks = new Map(
    risks.map(({ id, title }, index) => [id, { id, letter: riskLetter(index), title }] as const),
  )
  const found = (ids: readonly string[]) => ids.flatMap((id) => marks.get(id) ?? [])
  const moved = (risk: RiskRow) => {
    if (!earlier) return false
    const [was, is] = [earlier(risk), present(risk)]
    return isEstimated(was) && (was.severity !== is.severity || was.likelihood !== is.likelihood)
  }
  const cells = riskMap(risks.map((risk) => ({ id: risk.id, estimate: present(risk) })))
  const old = earlier
    ? riskMap(risks.filter(moved).map((risk) => ({ id: risk.id, estimate: earlier(risk) })))
    : []
  return [0, 1, 2, 3].map((row) => {
    const own = cells.slice(row * 4, row * 4 + 4)
    const severity = own[0]?.severity ?? 0
    return {
      severity,
      label: LEVEL_LABELS[severity],
      cells: own.map(({ likelihood, weight, riskIds }, column) => ({
        likelihood,
        weight: weight === "unknown" ? "low" : weight,
        now: found(riskIds),
        before: found(old[row * 4 + column]?.riskIds ?? []),
      })),
    }
  })
}

/** How many risks are of which weight: "1 high, 2 medium". */
export function weightCounts(weights: readonly RiskRow["weight"][]): string {
  const words = { high: "high", medium: "medium", low: "low", unknown: "not estimated" } as const
  const parts = (Object.keys(words) as (keyof typeof words)[]).flatMap((weight) => {
    const count = weights.filter((one) => one === weight).length
    return count > 0 ? [`${count} ${words[weight]}`] : []
  })
  return parts.join(", ") || "no risk yet"
}

export type MeasurePick = { entry: ListEntry; chosen: boolean; known: boolean }

/** Every measure as a choice, then entries that name no measure of the assessment: renamed, removed, from a file. */
export function measurePicks(
  measures: readonly Pick<MeasureRow, "id" | "title">[],
  chosen: readonly ListEntry[],
): MeasurePick[] {
  const ids = new Set(measures.map(({ id }) => id))
  const own = measures.map(({ id, title }) => ({
    entry: { text: title, measureId: id },
    chosen: chosen.some(({ measureId }) => measureId === id),
    known: true,
  }))
  const others = chosen
    .filter(({ measureId }) => measureId === null || !ids.has(measureId))
    .map((entry) => ({ entry, chosen: true, known: false }))
  return [...own, ...others]
}

/** Who wrote what a reference is about, as far as the page knows: nobody judges their own words. */
export function writersOf(reference: string, { answers }: Pick<AssessmentDetails, "answers">): string[] {
  return answers
    .filter(({ questionId }) => {
      const part = partOfQuestion(questionId)
      return part && (part.id === reference || questionReference(part.id, questionId) === reference)
    })
    .flatMap(({ by }) => (by ? [by.id] : []))
}

/** What a line of the action plan may improve, with the words of a choice. */
export function referenceChoices(assessment: Pick<AssessmentDetails, "measures" | "risks" | "evaluations">) {
  const measures = assessment.measures.map(({ id, title }) => ({
    value: `3.1.${id}`,
    label: `Measure: ${title}`,
  }))
  const risks = assessment.risks.map(({ id, title }) => ({ value: id, label: `Risk: ${title}` }))
  return [...risks, ...measures]
}
