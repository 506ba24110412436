import type { TimeSeries } from "@/components/charts/prepare-series"
import { shortDay } from "@/server/strategy/domain/day-words"
import type { MeasurementRow } from "@/server/strategy/domain/objective-row"
import { valueWords } from "@/server/strategy/domain/sentence"
import { percentWords } from "../prepare-strategy"
import type { KeyResultDetails } from "../strategy-data"

type Charted = Pick<
  KeyResultDetails,
  | "metric"
  | "unit"
  | "direction"
  | "baseline"
  | "target"
  | "rangeLow"
  | "rangeHigh"
  | "startDate"
  | "dueDate"
  | "measurements"
>

/** Measurements that count: not replaced, not withdrawn, oldest first. */
export const validOf = (rows: readonly MeasurementRow[]) =>
  rows.filter(({ value, supersededBy }) => value !== null && supersededBy === null)

/** A key result as a series: its measurements against the straight line, or within its range. */
export function seriesOf(keyResult: Charted, today: string): TimeSeries {
  const { metric, unit, baseline, target, startDate, dueDate, rangeLow, rangeHigh } = keyResult
  const points = validOf(keyResult.measurements).map(({ measuredOn, value }) => ({
    day: measuredOn,
    value: Number(value),
  }))
  const base = { name: metric, unit, points, today }
  if (keyResult.direction === "range")
    return { ...base, range: { low: Number(rangeLow), high: Number(rangeHigh) } }
  return {
    ...base,
    expected: [
      { day: startDate, value: Number(baseline) },
      { day: dueDate, value: Number(target) },
    ],
  }
}

/** The chart in one sentence: "4.51 % on 12 Oct 2026, 40 % of the way; time expects 34 %". */
export function captionOf({ standing, unit, direction }: KeyResultDetails): string {
  const { latest, progress, expected } = standing
  if (!latest || progress === null) return "No measurement yet"
  const now = `${valueWords(latest.value, unit)} on ${shortDay(latest.measuredOn)}`
  if (direction === "range") return `${now}, ${progress === 1 ? "inside the range" : "outside the range"}`
  return `${now}: ${percentWords(progress)} of the way, where time expects ${percentWords(expected)} today`
}
