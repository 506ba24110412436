import { type Criterion, scaleBounds } from "./criterion"

const clip = (share: number) => Math.min(1, Math.max(0, share))

/**
 * The value of x on a criterion, 0 (worst) to 1 (best): linear over the declared range, reversed for a cost, or by
 * the declared levels, linear between them. Outside the range the nearest end counts; entries there are rejected before.
 */
export function valueOnScale({ scale, direction, levels }: Criterion, x: number): number {
  if (levels) {
    const above = levels.findIndex(({ at }) => at >= x)
    if (above === -1) return levels.at(-1)!.value
    const high = levels[above]!
    const low = levels[above - 1]
    if (!low || high.at === x) return high.value
    return low.value + ((x - low.at) / (high.at - low.at)) * (high.value - low.value)
  }
  const { min, max } = scaleBounds(scale)
  const share = clip((x - min) / (max - min))
  return direction === "cost" ? 1 - share : share
}

/** What is wrong with declared levels, naming the criterion; null when they are sound or there are none. */
export function levelsProblem({ name, scale, direction, levels }: Criterion): string | null {
  if (!levels) return null
  const { min, max } = scaleBounds(scale)
  if (levels.some(({ at }, index) => index > 0 && at <= levels[index - 1]!.at))
    return `${name}: the levels must ascend`
  if (levels[0]!.at !== min || levels.at(-1)!.at !== max)
    return `${name}: the levels must start at ${min} and end at ${max}, the ends of the scale`
  const turns = levels.findIndex(
    ({ value }, index) =>
      index > 0 &&
      (direction === "cost" ? value > levels[index - 1]!.value : value < levels[index - 1]!.value),
  )
  if (turns !== -1) {
    const way =
      direction === "cost"
        ? "less is better, so the values may not rise"
        : "more is better, so the values may not fall"
    return `${name}: ${way} from ${levels[turns - 1]!.at} to ${levels[turns]!.at}`
  }
  return null
}
