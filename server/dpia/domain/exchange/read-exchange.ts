import type { Kept, ListEntry } from "../assessment-fields"
import { ENTRY_LENGTH, TEXT_LENGTH } from "../assessment-input"
import { isReference } from "../completeness"
import type {
  AnswerContent,
  AssessmentContent,
  CommentContent,
  EvaluationContent,
  MeasureContent,
} from "../content"
import { findQuestion } from "../questions"
import {
  isObject,
  type Raw,
  readBoolean,
  readDay,
  readInstant,
  readInteger,
  readLevel,
  readMarkdown,
  readOpinion,
  readText,
  readTexts,
} from "./exchange-values"

/** "error": this entry cannot be used here; it is kept in the file's remains and written back. "note": something to know. */
export type ExchangeProblem = { path: string; level: "error" | "note"; message: string }

type ReadExchange = { content: AssessmentContent; problems: ExchangeProblem[] }

export const EXCHANGE_LISTS = ["answers", "measures", "evaluations", "comments"] as const
type ExchangeList = (typeof EXCHANGE_LISTS)[number]
/** Most entries of one list. */
const MOST = 5000

type Reading = {
  problems: ExchangeProblem[]
  /** What could not be used, list by list. */
  left: Record<ExchangeList, Kept[string][]>
}

function refuse(
  reading: Reading,
  list: ExchangeList,
  index: number,
  entry: Raw,
  field: string,
  message: string,
): undefined {
  reading.problems.push({ path: `${list}[${index}]${field && `.${field}`}`, level: "error", message })
  if (entry !== undefined) reading.left[list].push(entry)
  return undefined
}

/** Goes through a list; what `read` refuses is left over. */
function eachOf<T>(
  reading: Reading,
  document: Kept,
  list: ExchangeList,
  read: (entry: Kept, refuse: (field: string, message: string) => undefined, index: number) => T | undefined,
): T[] {
  const entries = document[list]
  if (entries === undefined || entries === null) return []
  if (!Array.isArray(entries)) {
    reading.problems.push({ path: list, level: "error", message: `“${list}” is not a list` })
    return []
  }
  return entries.flatMap((entry, index) => {
    const no = (field: string, message: string) => refuse(reading, list, index, entry, field, message)
    if (!isObject(entry)) return no("", "This is not an object") ?? []
    if (index >= MOST) return no("", `A list has at most ${MOST} entries`) ?? []
    return read(entry, no, index) ?? []
  })
}

function readMeasures(reading: Reading, document: Kept, newId: () => string): MeasureContent[] {
  const taken = new Set<number>()
  const next = () => {
    let number = Math.max(0, ...taken) + 1
    while (taken.has(number)) number++
    return number
  }
  const given = eachOf(reading, document, "measures", (kept, no) => {
    const [title, content] = [readText(kept.title), readMarkdown(kept.content)]
    if (content.length > TEXT_LENGTH) return no("content", "The text is longer than 200,000 characters")
    if (title.length > 2000) return no("title", "The title is longer than 2,000 characters")
    const number = readInteger(kept.id)
    const free = number !== null && number > 0 && number < 2 ** 31 && !taken.has(number)
    if (!free) {
      reading.problems.push({
        path: "measures",
        level: "note",
        message: `The measure “${title}” has no number of its own and gets one`,
      })
    } else taken.add(number)
    return { id: newId(), number: free ? number : 0, title, content, kept }
  })
  return given.map((measure) => {
    if (measure.number > 0) return measure
    const number = next()
    taken.add(number)
    return { ...measure, number }
  })
}

/** Risks name measures by their title: the title is kept, and linked where it is known. */
function linkEntries(
  reading: Reading,
  path: string,
  texts: string[],
  measures: readonly MeasureContent[],
): ListEntry[] {
  return texts.map((text) => {
    const named = measures.filter(({ title }) => title.trim() === text.trim())
    const [first] = named
    if (!first)
      reading.problems.push({
        path,
        level: "note",
        message: `No measure has the title “${text}”; the words stay`,
      })
    else if (named.length > 1) {
      reading.problems.push({
        path,
        level: "note",
        message: `${named.length} measures have the title “${text}”; the first is taken`,
      })
    }
    return { text, measureId: first?.id ?? null }
  })
}

function readAnswers(reading: Reading, document: Kept, measures: readonly MeasureContent[]): AnswerContent[] {
  const seen = new Set<number>()
  return eachOf(reading, document, "answers", (kept, no, index) => {
    const questionId = readInteger(kept.reference_to)
    const question = questionId === null ? undefined : findQuestion(questionId)
    if (questionId === null || !question)
      return no("reference_to", `There is no question ${readText(kept.reference_to)}`)
    if (seen.has(questionId))
      return no("reference_to", `Question ${questionId} is answered twice; the first answer counts`)
    const data = isObject(kept.data) ? kept.data : {}
    const [text, texts] = [readMarkdown(data.text), readTexts(data.list)]
    if (text.length > TEXT_LENGTH) return no("data.text", "The text is longer than 200,000 characters")
    if (texts.some((entry) => entry.length > ENTRY_LENGTH))
      return no("data.list", "An entry is longer than 2,000 characters")
    seen.add(questionId)
    const namesMeasures = question.kind === "list" && questionId % 10 === 4
    const list = namesMeasures
      ? linkEntries(reading, `answers[${index}].data.list`, texts, measures)
      : texts.map((entry) => ({ text: entry, measureId: null }))
    return { questionId, text, gauge: readLevel(data.gauge), list, kept }
  })
}

/** "3.1.<number>" means a measure of the file; it becomes the measure's own id. */
function ownReference(reference: string, measures: readonly MeasureContent[]): string | undefined {
  const number = /^3\.1\.(\d+)$/.exec(reference)?.[1]
  if (number === undefined) return isReference(reference, []) ? reference : undefined
  const measure = measures.find((one) => one.number === Number(number))
  return measure && `3.1.${measure.id}`
}

export const gaugesIn = (raw: Raw) => {
  const gauges = isObject(raw) ? raw : {}
  return { severity: readLevel(gauges.x), likelihood: readLevel(gauges.y) }
}

export function readStatus(raw: Raw): EvaluationContent["status"] {
  const status = readInteger(raw)
  return status === 1 || status === 2 || status === 3 ? status : 0
}

function readEvaluations(
  reading: Reading,
  document: Kept,
  measures: readonly MeasureContent[],
): EvaluationContent[] {
  const seen = new Set<string>()
  return eachOf(reading, document, "evaluations", (kept, no) => {
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
      ...{ comment, plan },
      residual: gaugesIn(kept.gauges),
      personInCharge: readText(kept.person_in_charge),
      dueOn: readDay(kept.estimated_implementation_date),
      evaluatedAt: readInstant(kept.evaluation_date),
      kept,
    }
  })
}

function readComments(
  reading: Reading,
  document: Kept,
  measures: readonly MeasureContent[],
  now: string,
): CommentContent[] {
  return eachOf(reading, document, "comments", (kept, no) => {
    const number = readInteger(kept.reference_to)
    const ofMeasure = readBoolean(kept.for_measure) === true
    const measure = ofMeasure ? measures.find((one) => one.number === number) : undefined
    const question = ofMeasure || number === null ? undefined : findQuestion(number)
    if (!measure && !question)
      return no("reference_to", `There is nothing to comment on at “${readText(kept.reference_to)}”`)
    const text = readMarkdown(kept.description)
    if (text.length > TEXT_LENGTH) return no("description", "The text is longer than 200,000 characters")
    return {
      ...{ questionId: question?.id ?? null, measureId: measure?.id ?? null, text, kept },
      createdAt: readInstant(kept.created_at) ?? now,
    }
  })
}

function noteMissing(reading: Reading, document: Kept, pia: Kept): void {
  for (const [path, list] of Object.entries({
    attachments: document.attachments,
    "pia.attachments": pia.attachments,
  })) {
    if (!Array.isArray(list)) continue
    for (const one of list) {
      const name = isObject(one) ? readText(one.name) || readText(one.file_name) : readText(one)
      reading.problems.push({
        path,
        level: "note",
        message: `The attachment “${name || "without a name"}” is not in the file; attach it again`,
      })
    }
  }
  const status = readInteger(pia.status)
  if (status === 2 || status === 3) {
    const message = "It was validated in another program. That is kept as history; it is no signature here"
    reading.problems.push({ path: "pia.status", level: "note", message })
  }
}

/** What of a document is not a field that this program knows, to be written back. */
function remains(document: Kept, left: Reading["left"]): Kept {
  const known = new Set<string>(["pia", ...EXCHANGE_LISTS])
  const extra = Object.fromEntries(Object.entries(document).filter(([key]) => !known.has(key)))
  return { pia: document.pia ?? {}, left, extra }
}

/**
 * Reads a document of the CNIL's exchange format that `harmless` went through. Every entry that cannot be used is named and
 * kept. Undefined when it is not such a document at all.
 */
export function readExchange(document: Raw, newId: () => string, now: string): ReadExchange | undefined {
  if (!isObject(document) || !isObject(document.pia)) return undefined
  const { pia } = document
  const reading: Reading = {
    problems: [],
    left: { answers: [], measures: [], evaluations: [], comments: [] },
  }
  const measures = readMeasures(reading, document, newId)
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
    answers: readAnswers(reading, document, measures),
    evaluations: readEvaluations(reading, document, measures),
    comments: readComments(reading, document, measures, now),
    kept: null,
  }
  noteMissing(reading, document, pia)
  return { content: { ...content, kept: remains(document, reading.left) }, problems: reading.problems }
}
