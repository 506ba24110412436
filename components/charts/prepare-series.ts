/** One point of a series: the day as "YYYY-MM-DD", and the value. */
export type Point = { day: string; value: number }

export type TimeSeries = {
  /** What is shown: "Churn". */
  name: string
  unit: string
  points: readonly Point[]
  /** A straight line that time expects, from its first point to its last. */
  expected?: readonly [Point, Point]
  /** Bounds between which the value is to stay. */
  range?: { low: number; high: number }
  /** Today, "YYYY-MM-DD". */
  today: string
}

const stamp = (day: string) => Date.parse(`${day}T00:00:00Z`)

export type Row = { at: number; value?: number; expected?: number }

/** Both lines as rows by time, each with the values that exist at that moment. */
export function rowsOf({ points, expected }: TimeSeries): Row[] {
  const rows = new Map<number, Row>()
  const put = (day: string, more: Omit<Row, "at">) =>
    rows.set(stamp(day), { ...(rows.get(stamp(day)) ?? { at: stamp(day) }), ...more })
  for (const { day, value } of points) put(day, { value })
  for (const { day, value } of expected ?? []) put(day, { expected: value })
  return [...rows.values()].sort((a, b) => a.at - b.at)
}

/** Lowest and highest value to show, with some room; never an empty span. */
export function valueSpan({ points, expected, range }: TimeSeries): [number, number] {
  const values = [...points, ...(expected ?? [])].map(({ value }) => value)
  const all = range ? [...values, range.low, range.high] : values
  if (all.length === 0) return [0, 1]
  const [low, high] = [Math.min(...all), Math.max(...all)]
  const room = (high - low || Math.abs(high) || 1) * 0.12
  return [low - room, high + room]
}

/** Round steps of 1, 2 or 5 within a span, about `wanted` of them. */
export function roundTicks([low, high]: readonly [number, number], wanted = 4): number[] {
  const raw = (high - low) / wanted
  const power = 10 ** Math.floor(Math.log10(raw))
  const step = [1, 2, 5, 10].map((n) => n * power).find((n) => n >= raw) ?? raw
  const first = Math.ceil(low / step)
  const count = Math.floor(high / step) - first + 1
  return Array.from({ length: Math.max(0, count) }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  )
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

/** First days of months between two moments, at most about `most`, as milliseconds. */
export function monthTicks(from: number, to: number, most = 7): number[] {
  const [start, end] = [new Date(from), new Date(to)]
  const first = start.getUTCFullYear() * 12 + start.getUTCMonth() + 1
  const last = end.getUTCFullYear() * 12 + end.getUTCMonth()
  const step = [1, 2, 3, 6, 12, 24, 60].find((n) => (last - first) / n < most) ?? 120
  const months = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
  return months
    .filter((month) => month % step === 0 || step === 1)
    .map((month) => Date.UTC(Math.floor(month / 12), month % 12, 1))
}

/** "Nov", and "Jan 27" where a year begins. */
export function monthWords(at: number): string {
  const date = new Date(at)
  const month = MONTHS[date.getUTCMonth()] ?? ""
  return date.getUTCMonth() === 0 ? `${month} ${String(date.getUTCFullYear()).slice(2)}` : month
}
