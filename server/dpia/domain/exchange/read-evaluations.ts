import { TEXT_LENGTH } from "../assessment-input"
import { isReference } from "../completeness"
import { type EvaluationContent, measureReference } from "../content"
import {
  isObject,
  type Raw,
  readDay,
  readInstant,
  readInteger,
  readLevel,
  readMarkdown,
  readText,
} from "./exchange-values"
import { eachOf, type Reading } from "./read-list"
import type { KnownMeasures } from "./read-measures"

/** "3.1.<number>" means a measure of the file; it becomes the measure's own id. */
function ownReference(reference: string, { byNumber }: KnownMeasures): string | undefined {
  const number = /^3\.1\.(\d+)$/.exec(reference)?.[1]
  if (number === undefined) return isReference(reference, []) ? reference : undefined
  const measure = byNumber.get(Number(number))
  return measure && measureReference(measure.id)
}

export const gaugesIn = (raw: Raw) => {
  const gauges = isObject(raw) ? raw : {}
  return { severity: readLevel(gauges.x), likelihood: readLevel(gauges.y) }
}

export function readStatus(raw: Raw): EvaluationContent["status"] {
  const status = readInteger(raw)
  return status === 1 || status === 2 || status === 3 ? status : 0
}

/** The evaluations, at most one of each thing that is evaluated. */
export function readEvaluations(reading: Reading, measures: KnownMeasures): EvaluationContent[] {
  const seen = new Set<string>()
  return eachOf(reading, "evaluations", (kept, no) => {
    const given = readText(kept.reference_to)
    const reference = ownReference(given, measures)
    if (!reference) return no("reference_to", `There is nothing to evaluate at “${given}”`)
    if (seen.has(reference))
      return no("reference_to", `“${given}” is evaluated twice; the first evaluation counts`)
    const [comment, plan] = [readMarkdown(kept.evaluation_comment), readMarkdown(kept.action_plan_comment)]
    if (Math.max(comment.length, plan.length) > TEXT_LENGTH)
      return no("", "A text is longer than 200,000 characters")
    seen.add(reference)
    return {
      reference,
      status: readStatus(kept.status),
      comment,
      plan,
      residual: gaugesIn(kept.gauges),
      personInCharge: readText(kept.person_in_charge),
      dueOn: readDay(kept.estimated_implementation_date),
      evaluatedAt: readInstant(kept.evaluation_date),
      kept,
    }
  })
}
