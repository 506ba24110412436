import { describe, expect, it } from "vitest"
import type { ListedFramework, Matrix } from "@/components/backlog/matrix/matrix-data"
import {
  axesIn,
  chooseMatrix,
  clustersOf,
  matrixHref,
  matrixState,
  mineOn,
  parseMatrix,
  placeOf,
  quadrantNames,
  splitWords,
  ticksOf,
  valuesAt,
  valueWords,
} from "@/components/backlog/matrix/prepare-matrix"
import { VALUE_EFFORT } from "@/server/scoring/domain/built-in-economics"

type Dot = Matrix["dots"][number]
const dot = (id: string, x: number, y: number): Dot => ({
  id,
  key: `FUL-${id}`,
  title: `Item ${id}`,
  type: "story",
  status: "idea",
  ownerName: null,
  productId: null,
  productName: null,
  x,
  y,
  scorers: 1,
  mine: { inputs: { value: y }, version: 1 },
})
const matrix = (dots: Dot[], more: Partial<Matrix> = {}): Matrix => ({
  framework: {
    id: "f",
    key: "value_effort",
    version: 1,
    definition: VALUE_EFFORT,
    publishedAt: "2026-10-13T07:40:00.000Z",
  },
  axes: { x: "effort", y: "value" },
  blind: false,
  onlyMine: false,
  split: { x: 10, y: 50, by: "thresholds" },
  dots,
  unplaced: [],
  unplacedTotal: 3,
  ...more,
})
const axes = axesIn(matrix([]))

describe("the matrix", () => {
  it("places by the scales and reads a place back", () => {
    expect(placeOf(axes, { x: 0.5, y: 100 })).toEqual({ x: 0, y: 1 })
    expect(valuesAt(axes, { x: 1, y: 0.5 })).toEqual({ x: 1000, y: 50 })
    expect(ticksOf(axes.x).map(({ label }) => label)).toEqual(["0.5", "1", "10", "100", "1,000"])
    expect(ticksOf(axes.y).map(({ label }) => label)).toEqual(["0", "25", "50", "75", "100"])
  })

  it("takes dots that lie on each other together", () => {
    const size = { width: 900, height: 500 }
    const clusters = clustersOf([dot("1", 10, 50), dot("2", 10.5, 51), dot("3", 500, 90)], axes, size)
    expect(clusters.map(({ dots }) => dots.map(({ id }) => id))).toEqual([["1", "2"], ["3"]])
    const many = Array.from({ length: 200 }, (_, n) => dot(String(n), 1 + n * 4, (n * 7) % 100))
    expect(clustersOf(many, axes, size).flatMap(({ dots }) => dots).length).toBe(200)
  })

  it("says how it is split, whose values it shows and what the fields are called", () => {
    expect(splitWords(matrix([]))).toBe(
      "Split at the framework's thresholds: Value 50 points, Effort 10 person-days.",
    )
    expect(splitWords(matrix([], { split: { x: 3, y: 8, by: "medians" } }))).toContain(
      "medians of the items shown",
    )
    expect(splitWords(matrix([], { split: null }))).toContain("not split")
    expect(quadrantNames(axes)?.[0]).toBe("Quick win")
    expect(quadrantNames({ x: axes.y, y: axes.x })).toBeNull()
    expect(matrixState(matrix([dot("1", 1, 1)]))).toBe(
      "1 item by the medians of all scorers of Value and effort, 3 not placed",
    )
    expect(matrixState(matrix([], { blind: true, onlyMine: true }))).toContain("the round is blind")
    expect(mineOn(axes, dot("1", 3, 8))).toEqual({ x: null, y: 8 })
    expect(valueWords(axes, { x: null, y: 8 })).toBe("Value 8 points, Effort not given")
  })
})

describe("its address", () => {
  it("holds framework, axes and whose values, beside the filter", () => {
    const text = "label=red&framework=wsjf&x=job_size&y=risk_reduction&of=me"
    const address = parseMatrix(new URLSearchParams(text))
    expect(address).toMatchObject({ x: "job_size", y: "risk_reduction", mine: true })
    expect(matrixHref("/b", address)).toBe(`/b?${text}`)
  })

  it("chooses a framework made for a matrix that is in use", () => {
    const listed = (key: string, items: number, criteria = VALUE_EFFORT.criteria) =>
      ({
        key,
        name: key,
        used: { items, scorers: 1 },
        definition: { ...VALUE_EFFORT, key, criteria },
      }) as ListedFramework
    const wide = [...VALUE_EFFORT.criteria, { ...VALUE_EFFORT.criteria[0]!, key: "risk", name: "Risk" }]
    const all = [listed("wide", 90, wide), listed("unused", 0), listed("used", 4)]
    expect(chooseMatrix(all, undefined)?.key).toBe("used")
    expect(chooseMatrix(all, "wide")?.key).toBe("wide")
    expect(chooseMatrix(all.slice(0, 2), undefined)?.key).toBe("unused")
    expect(chooseMatrix([], undefined)).toBeUndefined()
  })
})
