/** What a control shows today, computed from stored facts. Unknown: there is nothing to measure yet, or nowhere to look. */
export type ControlReading = { state: ReadingState; words: string }

/** The gravest first. Unknown is worse than good: what nobody can see does not hold by itself. */
const BY_GRAVITY = ["bad", "warning", "unknown", "good"] as const
export type ReadingState = (typeof BY_GRAVITY)[number]

export const READING_LABELS: Record<ReadingState, string> = {
  bad: "Does not hold",
  warning: "Has gaps",
  unknown: "Not measured",
  good: "Holds",
}

/** The gravest of the states; undefined without any. */
export const worstOf = (states: readonly ReadingState[]): ReadingState | undefined =>
  BY_GRAVITY.find((state) => states.includes(state))

/** The parts that apply, as one line that begins with a capital letter. */
export function readingWords(...parts: readonly (string | false)[]): string {
  const line = parts.filter((part) => part !== false).join(", ")
  return line.charAt(0).toUpperCase() + line.slice(1)
}
