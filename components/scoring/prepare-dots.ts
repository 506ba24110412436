import type { Criterion } from "@/server/scoring/domain/criterion"
import { formatInput } from "@/server/scoring/domain/format-score"
import { scalePosition } from "@/server/scoring/domain/scale-position"

export type Dot = { value: number; x: number; r: number }

/** Width of the drawing and the margin that keeps the largest dot inside. */
export const DOTS_WIDTH = 64
const MARGIN = 5

/** One dot per value, by its place on the scale; its area grows with the number of people. */
export function prepareDots(
  criterion: Criterion,
  values: readonly { value: number; count: number }[],
): Dot[] {
  return values.map(({ value, count }) => ({
    value,
    x: MARGIN + scalePosition(criterion.scale, value) * (DOTS_WIDTH - 2 * MARGIN),
    r: Math.min(4.75, Math.sqrt(6.5 * count)),
  }))
}

/** "User-business value from 3 to 13, by 5 people". */
export function dotsLabel(criterion: Criterion, values: readonly { value: number; count: number }[]): string {
  const [first, last] = [values[0], values.at(-1)]
  if (!first || !last) return `${criterion.name} not given`
  const people = values.reduce((sum, { count }) => sum + count, 0)
  const range =
    first.value === last.value
      ? formatInput(first.value)
      : `from ${formatInput(first.value)} to ${formatInput(last.value)}`
  return `${criterion.name} ${range}, by ${people === 1 ? "1 person" : `${people} people`}`
}
