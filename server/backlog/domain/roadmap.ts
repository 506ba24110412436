import { quarterOf, shiftQuarter } from "./quarter"

/** Quarters shown after the present one. */
const AHEAD = 4

/** Columns that hold several quarters, or none. */
export const PAST = "past"
export const LATER = "later"
export const UNPLANNED = "none"

/** The quarters a roadmap shows by themselves: the present one and the four that follow. `today` is YYYY-MM-DD. */
export function shownQuarters(today: string): string[] {
  const now = quarterOf(today)
  return Array.from({ length: AHEAD + 1 }, (_, by) => shiftQuarter(now, by)).filter((one) => one !== null)
}

/** All columns in their order: earlier quarters, the shown ones, everything after, items without a quarter. */
export const roadmapColumns = (today: string) => [PAST, ...shownQuarters(today), LATER, UNPLANNED]

/**
 * The quarter an item gets in a column: the first one after those shown for "later", null for "no quarter".
 * Undefined for the past, where nothing can be planned any more.
 */
export function quarterFor(column: string, today: string): string | null | undefined {
  if (column === PAST) return undefined
  if (column === UNPLANNED) return null
  if (column !== LATER) return column
  return shiftQuarter(quarterOf(today), AHEAD + 1)
}

/** The column of a quarter. */
export function columnOfQuarter(quarter: string | null, today: string): string {
  if (quarter === null) return UNPLANNED
  const shown = shownQuarters(today)
  if (quarter < shown[0]!) return PAST
  return quarter > shown.at(-1)! ? LATER : quarter
}

/** Whether a due date (YYYY-MM-DD) lies outside the planned quarter, and on which side. */
export function dueOutside(dueDate: string | null, quarter: string | null): "before" | "after" | null {
  if (dueDate === null || quarter === null) return null
  const due = quarterOf(dueDate)
  return due === quarter ? null : due < quarter ? "before" : "after"
}
