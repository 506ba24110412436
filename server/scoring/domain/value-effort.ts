import type { Framework } from "./framework"
import type { Values } from "./score-result"

export const QUADRANTS = ["Quick win", "Big bet", "Fill-in", "Questionable"] as const
export type Quadrant = (typeof QUADRANTS)[number]

/**
 * The quadrant of the value and effort matrix, split at the declared thresholds: at or above the value threshold is
 * high value, at or below the effort threshold is low effort. Undefined for other methods.
 */
export function quadrantOf({ method, thresholds }: Framework, values: Values): Quadrant | undefined {
  if (method !== "value_effort" || !thresholds) return undefined
  const { value, effort } = values
  if (value === undefined || effort === undefined) return undefined
  if (value >= thresholds.value) return effort <= thresholds.effort ? "Quick win" : "Big bet"
  return effort <= thresholds.effort ? "Fill-in" : "Questionable"
}
