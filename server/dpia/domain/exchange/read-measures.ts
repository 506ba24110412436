import { TEXT_LENGTH } from "../assessment-input"
import type { MeasureContent } from "../content"
import { readInteger, readMarkdown, readText } from "./exchange-values"
import { eachOf, note, type Reading } from "./read-list"

/** Largest number that a measure may bring along: above it the database has room for those that get one here. */
const LARGEST = 2_000_000_000

/** The measures; one without a number of its own gets the next that is free. */
export function readMeasures(reading: Reading, newId: () => string): MeasureContent[] {
  const taken = new Set<number>()
  const given = eachOf(reading, "measures", (kept, no) => {
    const [title, content] = [readText(kept.title), readMarkdown(kept.content)]
    if (content.length > TEXT_LENGTH) return no("content", "The text is longer than 200,000 characters")
    if (title.length > 2000) return no("title", "The title is longer than 2,000 characters")
    const number = readInteger(kept.id)
    const free = number !== null && number > 0 && number <= LARGEST && !taken.has(number)
    if (free) taken.add(number)
    else note(reading, "measures", `The measure “${title}” has no number of its own and gets one`)
    return { id: newId(), number: free ? number : 0, title, content, kept }
  })
  let last = Math.max(0, ...taken)
  return given.map((measure) => (measure.number > 0 ? measure : { ...measure, number: ++last }))
}

/** Measures as other lists name them. */
export type KnownMeasures = {
  /** By title without the space around it; several may have the same. */
  byTitle: ReadonlyMap<string, MeasureContent[]>
  byNumber: ReadonlyMap<number, MeasureContent>
}

export function knownMeasures(measures: readonly MeasureContent[]): KnownMeasures {
  return {
    byTitle: Map.groupBy(measures, ({ title }) => title.trim()),
    byNumber: new Map(measures.map((measure) => [measure.number, measure])),
  }
}
