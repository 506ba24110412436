import type { ListEntry } from "../assessment-fields"
import { ENTRY_LENGTH, TEXT_LENGTH } from "../assessment-input"
import type { AnswerContent } from "../content"
import { findQuestion } from "../questions"
import { isObject, readInteger, readLevel, readMarkdown, readText, readTexts } from "./exchange-values"
import { eachOf, note, type Reading } from "./read-list"
import type { KnownMeasures } from "./read-measures"

/** Risks name measures by their title: the title is kept, and linked where it is known. */
function linkEntries(
  reading: Reading,
  path: string,
  texts: string[],
  { byTitle }: KnownMeasures,
): ListEntry[] {
  return texts.map((text) => {
    const named = byTitle.get(text.trim()) ?? []
    if (named.length === 0) note(reading, path, `No measure has the title “${text}”; the words stay`)
    if (named.length > 1)
      note(reading, path, `${named.length} measures have the title “${text}”; the first is taken`)
    return { text, measureId: named[0]?.id ?? null }
  })
}

/** The answers, at most one to each question. */
export function readAnswers(reading: Reading, measures: KnownMeasures): AnswerContent[] {
  const seen = new Set<number>()
  return eachOf(reading, "answers", (kept, no, index) => {
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
