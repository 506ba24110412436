import { type Criterion, type Scale, scaleBounds } from "./criterion"
import { formatInput } from "./format-score"

/** True for ranges over three or more orders of magnitude, such as a reach of 0 to 10,000,000. */
function isWide(scale: Scale): boolean {
  return scale.kind === "range" && scale.min >= 0 && scale.max >= 1000 * Math.max(scale.min, 1)
}

const sortedValues = (scale: Scale & { kind: "choices" }) =>
  scale.choices.map((choice) => choice.value).sort((a, b) => a - b)

/**
 * Where a value stands on its scale, 0 (low end) to 1 (high end). Choices count by step, not by value
 * (on 1, 2, 3, 5, 8, 13, 20 the 5 is the middle); very wide ranges count by order of magnitude.
 * For explaining and comparing only; it never enters a score.
 */
export function scalePosition(scale: Scale, value: number): number {
  if (scale.kind === "choices") {
    const values = sortedValues(scale)
    return stepOf(values, value) / (values.length - 1)
  }
  const { min, max } = scale
  const share = isWide(scale)
    ? Math.log((1 + value) / (1 + min)) / Math.log((1 + max) / (1 + min))
    : (value - min) / (max - min)
  return Math.min(1, Math.max(0, share))
}

/** Step of a value among ascending choices, 0-based; a median between two choices lies between their steps. */
function stepOf(values: number[], value: number): number {
  const above = values.findIndex((choice) => choice >= value)
  if (above === -1) return values.length - 1
  if (above === 0 || values[above] === value) return above
  const low = values[above - 1]!
  return above - 1 + (value - low) / (values[above]! - low)
}

/** "step 5 of 7" for choices, "12 % of the range" otherwise. */
export function describePosition(criterion: Criterion, value: number): string {
  const { scale } = criterion
  const position = scalePosition(scale, value)
  if (scale.kind === "choices") {
    const step = position * (scale.choices.length - 1) + 1
    const word =
      Math.abs(step - Math.round(step)) < 1e-9
        ? `step ${Math.round(step)}`
        : `between steps ${Math.floor(step)} and ${Math.ceil(step)}`
    return `${word} of ${scale.choices.length}`
  }
  const { min, max } = scaleBounds(scale)
  return `on a scale from ${formatInput(min)} to ${formatInput(max)}`
}

/** Steps apart at which two people count as split, and the share of a range that does. */
export const SPLIT_STEPS = 3
export const SPLIT_RANGE_SHARE = 0.3

/**
 * Whether two values are so far apart that the people should talk: three steps of a scale of choices
 * (or its opposite ends, when it has fewer steps), or 30 % of a range.
 */
export function isSplit(scale: Scale, low: number, high: number): boolean {
  if (low === high) return false
  const apart = Math.abs(scalePosition(scale, high) - scalePosition(scale, low))
  if (scale.kind === "range") return apart >= SPLIT_RANGE_SHARE - 1e-9
  const steps = scale.choices.length - 1
  return apart * steps >= Math.min(SPLIT_STEPS, steps) - 1e-9
}
