export const MOST_SCORERS = 100

/** In records of a blind round the values are left out: they would tell before the reveal. */
export const HIDDEN_VALUE = "hidden until the reveal"

type Person = { name: string; scored: boolean }

/** "5 of 7 have scored". */
export function roundProgress(people: readonly Person[]): string {
  const done = people.filter(({ scored }) => scored).length
  return `${done} of ${people.length} ${done === 1 ? "has" : "have"} scored`
}
