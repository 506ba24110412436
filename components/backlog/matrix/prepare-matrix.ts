import { type ItemFilter, parseFilter } from "@/server/backlog/domain/item-filter"
import { type Criterion, type Scale, scaleBounds } from "@/server/scoring/domain/criterion"
import { axesOf, isTwoSided, type MatrixAxes, valueAt } from "@/server/scoring/domain/matrix"
import { scalePosition } from "@/server/scoring/domain/scale-position"
import { QUADRANTS, type Quadrant } from "@/server/scoring/domain/value-effort"
import { filterHref } from "../prepare-filter"
import type { Dot, ListedFramework, Matrix, MatrixItem } from "./matrix-data"

/** What the address of the matrix says; the filter is the one of the backlog. */
export type MatrixAddress = { filter: ItemFilter; x: string | null; y: string | null; mine: boolean }

export function parseMatrix(params: URLSearchParams): MatrixAddress {
  const criterion = (name: string) => params.get(name)?.slice(0, 40) || null
  const filter = { ...parseFilter(params), sort: [] }
  return { filter, x: criterion("x"), y: criterion("y"), mine: params.get("of") === "me" }
}

export const matrixHref = (path: string, { filter, x, y, mine }: MatrixAddress) =>
  filterHref(path, filter, { ...(x && { x }), ...(y && { y }), ...(mine && { of: "me" }) })

/** Frameworks that items can be placed by. */
export const plottable = (frameworks: readonly ListedFramework[]) =>
  frameworks.filter(({ definition }) => axesOf(definition) !== null)

/** The framework of the address, else one made for a matrix that is in use, else the one most items are scored with. */
export function chooseMatrix(
  frameworks: readonly ListedFramework[],
  key: string | undefined,
): ListedFramework | undefined {
  const usable = plottable(frameworks)
  const most = (list: readonly ListedFramework[]) => [...list].sort((a, b) => b.used.items - a.used.items)[0]
  const made = usable.filter(({ definition }) => isTwoSided(definition))
  return (
    usable.find((framework) => framework.key === key) ??
    most(made.filter(({ used }) => used.items > 0)) ??
    made.find(({ definition }) => definition.method === "value_effort") ??
    most(usable)
  )
}

/** The input of the matrix. Page and server prefetch must build the very same. */
export const matrixInput = ({ filter, x, y, mine }: MatrixAddress, frameworkKey: string) => ({
  frameworkKey,
  filter: { ...filter, frameworkKey: undefined },
  ...(x && { x }),
  ...(y && { y }),
  ...(mine && { mine }),
})

export function axesIn({ framework, axes }: Matrix): MatrixAxes {
  const find = (key: string) => framework.definition.criteria.find((criterion) => criterion.key === key)!
  return { x: find(axes.x), y: find(axes.y) }
}

/** A place in the drawing: shares of its width and height, from the lower left corner. */
export type Place = { x: number; y: number }

export const placeOf = ({ x, y }: MatrixAxes, values: { x: number; y: number }): Place => ({
  x: scalePosition(x.scale, values.x),
  y: scalePosition(y.scale, values.y),
})

export const valuesAt = ({ x, y }: MatrixAxes, place: Place) => ({
  x: valueAt(x.scale, place.x),
  y: valueAt(y.scale, place.y),
})

export type Cluster = { place: Place; dots: Dot[] }

/** Beyond so many, dots are drawn without their keys. */
const MANY = 80
export const isCrowded = (dots: readonly unknown[]) => dots.length > MANY

/** Dots that would lie on each other, taken together; `width` and `height` of the drawing in pixels. */
export function clustersOf(
  dots: readonly Dot[],
  axes: MatrixAxes,
  { width, height }: { width: number; height: number },
): Cluster[] {
  const apart = isCrowded(dots) ? { x: 15, y: 15 } : { x: 56, y: 25 }
  const clusters: Cluster[] = []
  for (const dot of dots) {
    const place = placeOf(axes, dot)
    const near = clusters.find(
      (one) =>
        Math.abs(one.place.x - place.x) * width < apart.x &&
        Math.abs(one.place.y - place.y) * height < apart.y,
    )
    if (near) near.dots.push(dot)
    else clusters.push({ place, dots: [dot] })
  }
  return clusters
}

const POWERS = Array.from({ length: 16 }, (_, power) => 10 ** (power - 3))

/** Five places of a range; on one that counts by order of magnitude, the powers of ten. */
function rangeTicks(scale: Scale): number[] {
  const { min, max } = scaleBounds(scale)
  const powers = POWERS.filter((power) => power > min && power <= max)
  if (min >= 0 && max >= 1000 * Math.max(min, 1)) return [min, ...powers]
  return [0, 0.25, 0.5, 0.75, 1].map((share) => valueAt(scale, share))
}

/** Marks along an axis: every choice, or some places of a range. */
export function ticksOf({ scale }: Criterion): { at: number; label: string }[] {
  const values =
    scale.kind === "choices"
      ? scale.choices.map(({ value }) => value).sort((a, b) => a - b)
      : rangeTicks(scale)
  const shown = values.length > 12 ? values.filter((_, index) => index % 2 === 0) : values
  return [...new Set(shown)].map((value) => ({ at: scalePosition(scale, value), label: number(value) }))
}

export const number = (value: number) =>
  value.toLocaleString("en-GB", {
    notation: Math.abs(value) >= 100_000 ? "compact" : "standard",
    maximumFractionDigits: 2,
  })

/** "Value 8, Effort 3 person-days". */
export function valueWords({ x, y }: MatrixAxes, values: { x: number | null; y: number | null }): string {
  const one = ({ name, unit }: Criterion, value: number | null) =>
    value === null ? `${name} not given` : [name, number(value), unit].filter(Boolean).join(" ")
  return `${one(y, values.y)}, ${one(x, values.x)}`
}

/** My own values of an item on both axes; null where I gave none. */
export function mineOn({ x, y }: MatrixAxes, { mine }: MatrixItem): { x: number | null; y: number | null } {
  return { x: mine?.inputs[x.key] ?? null, y: mine?.inputs[y.key] ?? null }
}

/** The names of the four fields, from the upper left; null when the axes are not effort and value. */
export function quadrantNames({ x, y }: MatrixAxes): readonly Quadrant[] | null {
  return x.direction === "cost" && y.direction === "benefit" ? QUADRANTS : null
}

/** How the matrix is split, in words. */
export function splitWords(matrix: Matrix): string {
  const { split } = matrix
  if (!split) return "Nothing is placed yet, so the matrix is not split."
  const where = valueWords(axesIn(matrix), split)
  return split.by === "thresholds"
    ? `Split at the framework's thresholds: ${where}.`
    : `Split at the medians of the items shown: ${where}.`
}

/** The line of state. */
export function matrixState(matrix: Matrix | undefined): string {
  if (!matrix) return "Placing items"
  const { dots, unplacedTotal, onlyMine, blind, framework } = matrix
  const whose = blind
    ? "your own values, as the round is blind"
    : onlyMine
      ? "your own values"
      : "the medians of all scorers"
  const items = dots.length === 1 ? "1 item" : `${dots.length.toLocaleString("en-GB")} items`
  return `${items} by ${whose} of ${framework.definition.name}, ${unplacedTotal.toLocaleString("en-GB")} not placed`
}
