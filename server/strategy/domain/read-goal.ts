import { plainDecimal } from "./decimal"
import type { Direction } from "./key-result"
import { type Duration, type DurationUnit, numberOfWord } from "./period"

/** What could be read from a sentence; what it does not say is left out. */
export type ReadGoal = {
  metric: string
  direction: Direction
  target:
    | { kind: "relative"; percent: string }
    | { kind: "absolute"; value: string }
    | { kind: "range"; low: string; high: string }
  baseline?: string
  unit?: string
  duration?: Duration
}

const DOWN = "reduce|decrease|cut|lower|shrink|halve"
const UP = "increase|raise|grow|improve|lift|double"
const N = String.raw`(-?\d{1,12}(?:\.\d{1,6})?)`
const UNIT = String.raw`\s*(%|per cent|percent|[^\d\s,.;]+(?: [^\d\s,.;]+)?)?`

const duration = /[, ]+(?:in|within|over|for)\s+(\w+)\s+(week|month|quarter|year)s?\.?$/i
const relative = new RegExp(
  String.raw`^(${DOWN}|${UP})\s+(.+?)\s+by\s+${N}\s*(?:%|per cent|percent)\.?$`,
  "i",
)
const absolute = new RegExp(
  String.raw`^(${DOWN}|${UP})\s+(.+?)\s+(?:from\s+${N}${UNIT}\s+)?to\s+${N}${UNIT}\.?$`,
  "i",
)
const range = new RegExp(String.raw`^keep\s+(.+?)\s+between\s+${N}\s+and\s+${N}${UNIT}\.?$`, "i")

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
const directionOf = (verb: string): "increase" | "decrease" =>
  new RegExp(`^(${UP})$`, "i").test(verb) ? "increase" : "decrease"
const unitOf = (text: string | undefined) => {
  const unit = /^per\s?cent$/i.test(text ?? "") ? "%" : text
  return unit ? { unit } : {}
}

function readDuration(text: string): { rest: string; duration?: Duration } {
  const match = duration.exec(text)
  const amount = numberOfWord(match?.[1] ?? "")
  if (!match || amount === undefined || amount < 1) return { rest: text }
  const unit = (match[2] ?? "").toLowerCase() as DurationUnit
  return { rest: text.slice(0, match.index), duration: { amount, unit } }
}

/**
 * Reads "Reduce churn by 15 % in six months" and its like: a verb, a metric, "by … %", "to …", "from … to …" or
 * "between … and …", and a duration. Null when it is none of these; nothing is guessed.
 */
export function readGoal(text: string): ReadGoal | null {
  const { rest, duration: length } = readDuration(text.trim().replace(/\s+/g, " "))
  const more = length ? { duration: length } : {}
  const kept = range.exec(rest)
  if (kept) {
    const [, metric = "", low = "", high = "", unit] = kept
    const target = { kind: "range" as const, low: plainDecimal(low), high: plainDecimal(high) }
    return { metric: capital(metric), direction: "range", target, ...unitOf(unit), ...more }
  }
  const share = relative.exec(rest)
  if (share) {
    const [, verb = "", metric = "", percent = ""] = share
    const target = { kind: "relative" as const, percent: plainDecimal(percent) }
    return { metric: capital(metric), direction: directionOf(verb), target, ...more }
  }
  const figure = absolute.exec(rest)
  if (!figure) return null
  const [, verb = "", metric = "", baseline, firstUnit, value = "", unit] = figure
  const target = { kind: "absolute" as const, value: plainDecimal(value) }
  return {
    metric: capital(metric),
    direction: directionOf(verb),
    ...(baseline !== undefined && { baseline: plainDecimal(baseline) }),
    target,
    ...unitOf(unit ?? firstUnit),
    ...more,
  }
}
