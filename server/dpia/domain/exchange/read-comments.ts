import { TEXT_LENGTH } from "../assessment-input"
import type { CommentContent } from "../content"
import { findQuestion } from "../questions"
import { readBoolean, readInstant, readInteger, readMarkdown, readText } from "./exchange-values"
import { eachOf, type Reading } from "./read-list"
import type { KnownMeasures } from "./read-measures"

/** The comments, each on a question or a measure of the file. */
export function readComments(reading: Reading, { byNumber }: KnownMeasures, now: string): CommentContent[] {
  return eachOf(reading, "comments", (kept, no) => {
    const number = readInteger(kept.reference_to)
    const ofMeasure = readBoolean(kept.for_measure) === true
    const measure = ofMeasure && number !== null ? byNumber.get(number) : undefined
    const question = ofMeasure || number === null ? undefined : findQuestion(number)
    if (!measure && !question)
      return no("reference_to", `There is nothing to comment on at “${readText(kept.reference_to)}”`)
    const text = readMarkdown(kept.description)
    if (text.length > TEXT_LENGTH) return no("description", "The text is longer than 200,000 characters")
    return {
      questionId: question?.id ?? null,
      measureId: measure?.id ?? null,
      text,
      kept,
      createdAt: readInstant(kept.created_at) ?? now,
    }
  })
}
