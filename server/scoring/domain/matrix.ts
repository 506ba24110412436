import { median } from "./combine"
import type { Criterion, Scale } from "./criterion"
import type { Framework } from "./framework"
import { scalePosition } from "./scale-position"

/** The two criteria a matrix is drawn by. */
export type MatrixAxes = { x: Criterion; y: Criterion }

/** A criterion whose values lie on a line; the wording of classes and surveys has no place on an axis. */
const isAxis = (framework: Framework) => framework.method !== "kano"

/**
 * The axes of a matrix: those asked for, else effort across and value up: the first cost and the first benefit.
 * Null when the framework has no two criteria for it.
 */
export function axesOf(framework: Framework, xKey?: string, yKey?: string): MatrixAxes | null {
  if (!isAxis(framework)) return null
  const { criteria } = framework
  const named = (key: string | undefined) => criteria.find((criterion) => criterion.key === key)
  const x = named(xKey) ?? criteria.find(({ direction, key }) => direction === "cost" && key !== yKey)
  const y = named(yKey) ?? criteria.find(({ direction, key }) => direction === "benefit" && key !== x?.key)
  return x && y && x !== y ? { x, y } : null
}

/** True for a framework made for the matrix: one benefit, one cost, nothing else. */
export const isTwoSided = (framework: Framework) =>
  framework.criteria.length === 2 && axesOf(framework) !== null

export type Split = { x: number; y: number; by: "thresholds" | "medians" }

/** Where the matrix is split: at the framework's declared thresholds, else at the medians of the dots. */
export function splitOf(
  framework: Framework,
  axes: MatrixAxes,
  dots: readonly { x: number; y: number }[],
): Split | null {
  const declared = framework.thresholds as Record<string, number> | undefined
  const [x, y] = [declared?.[axes.x.key], declared?.[axes.y.key]]
  if (x !== undefined && y !== undefined) return { x, y, by: "thresholds" }
  const middle = { x: median(dots.map((dot) => dot.x)), y: median(dots.map((dot) => dot.y)) }
  return middle.x === null || middle.y === null ? null : { x: middle.x, y: middle.y, by: "medians" }
}

/** The value at a share (0 to 1) of a scale, the reverse of `scalePosition`: a choice, a step, or a readable number. */
export function valueAt(scale: Scale, share: number): number {
  const part = Math.min(1, Math.max(0, share))
  const steps = stepsOf(scale)
  if (steps) return steps[Math.round(part * (steps.length - 1))]!
  const { min, max } = scale as Extract<Scale, { kind: "range" }>
  return nearest(scale, min, max, part)
}

/** The next value up or down a scale; the same at its end. */
export function valueBeside(scale: Scale, value: number, by: 1 | -1): number {
  const steps = stepsOf(scale)
  if (!steps) return valueAt(scale, scalePosition(scale, value) + by / 50)
  const ordered = by === 1 ? steps : [...steps].reverse()
  return ordered.find((step) => (step - value) * by > 1e-9) ?? ordered.at(-1)!
}

const MOST_STEPS = 200

/** All values of a scale that has steps, in order; null for a continuous one. */
function stepsOf(scale: Scale): number[] | null {
  if (scale.kind === "choices") return scale.choices.map(({ value }) => value).sort((a, b) => a - b)
  const step = scale.step ?? (scale.integer ? 1 : undefined)
  if (step === undefined) return null
  const count = Math.floor((scale.max - scale.min) / step + 1e-9) + 1
  if (count > MOST_STEPS) return null
  return Array.from({ length: count }, (_, index) => round(scale.min + index * step))
}

/** On a continuous scale, the value with two or three digits whose place is closest. */
function nearest(scale: Scale, min: number, max: number, part: number): number {
  let [low, high] = [min, max]
  for (let turn = 0; turn < 60; turn++) {
    const middle = (low + high) / 2
    if (scalePosition(scale, middle) < part) low = middle
    else high = middle
  }
  const whole = scale.kind === "range" && scale.integer
  const digits = Number(low.toPrecision(max - min >= 500 ? 2 : 3))
  const value = whole ? Math.round(digits) : digits
  return Math.min(max, Math.max(min, value))
}

const round = (value: number) => Number(value.toPrecision(12))
