import type { Kept } from "../assessment-fields"
import type { AssessmentContent } from "../content"
import {
  isObject,
  type Raw,
  readBoolean,
  readInteger,
  readMarkdown,
  readOpinion,
  readText,
} from "./exchange-values"
import { readAnswers } from "./read-answers"
import { readComments } from "./read-comments"
import { readEvaluations } from "./read-evaluations"
import { beginReading, EXCHANGE_LISTS, type ExchangeProblem, note, type Reading } from "./read-list"
import { knownMeasures, readMeasures } from "./read-measures"

type ReadExchange = { content: AssessmentContent; problems: ExchangeProblem[] }

/** What a person has to know: attachments that do not come along, a validation that is no signature. */
function noteMissing(reading: Reading, pia: Kept): void {
  const lists = { attachments: reading.document.attachments, "pia.attachments": pia.attachments }
  for (const [path, list] of Object.entries(lists)) {
    if (!Array.isArray(list)) continue
    for (const one of list) {
      const name = isObject(one) ? readText(one.name) || readText(one.file_name) : readText(one)
      const named = `The attachment “${name || "without a name"}”`
      note(reading, path, `${named} is not in the file; attach it again`)
    }
  }
  const status = readInteger(pia.status)
  if (status === 2 || status === 3) {
    const message = "It was validated in another program. That is kept as history; it is no signature here"
    note(reading, "pia.status", message)
  }
}

/** What of a document is not a field that this program knows, to be written back; also what stands where a list should. */
function remains({ document, left }: Reading): Kept {
  const lists: readonly string[] = EXCHANGE_LISTS
  const isKnown = ([key, value]: [string, Raw]) =>
    key === "pia" || (lists.includes(key) && Array.isArray(value))
  const extra = Object.fromEntries(Object.entries(document).filter((entry) => !isKnown(entry)))
  return { pia: document.pia ?? {}, left, extra }
}

/**
 * Reads a document of the CNIL's exchange format that `harmless` went through. Every entry that cannot be used is named and
 * kept. Undefined when it is not such a document at all.
 */
export function readExchange(document: Raw, newId: () => string, now: string): ReadExchange | undefined {
  if (!isObject(document) || !isObject(document.pia)) return undefined
  const { pia } = document
  const reading = beginReading(document)
  const measures = readMeasures(reading, newId)
  const known = knownMeasures(measures)
  const content: AssessmentContent = {
    name: readText(pia.name),
    category: readText(pia.category),
    authorName: readText(pia.author_name),
    evaluatorName: readText(pia.evaluator_name),
    validatorName: readText(pia.validator_name),
    advice: {
      names: readText(pia.dpos_names),
      opinion: readMarkdown(pia.dpo_opinion),
      status: readOpinion(pia.dpo_status),
    },
    people: {
      sought: readBoolean(pia.concerned_people_searched_opinion),
      names: readText(pia.people_names),
      opinion: readMarkdown(pia.concerned_people_opinion),
      status: readOpinion(pia.concerned_people_status),
      reason: readMarkdown(pia.concerned_people_searched_content),
    },
    rejectionReason: readMarkdown(pia.rejection_reason),
    adjustments: readMarkdown(pia.applied_adjustments),
    measures,
    answers: readAnswers(reading, known),
    evaluations: readEvaluations(reading, known),
    comments: readComments(reading, known, now),
    kept: null,
  }
  noteMissing(reading, pia)
  return { content: { ...content, kept: remains(reading) }, problems: reading.problems }
}
