import { describe, expect, it } from "vitest"
import type { Criterion, Scale } from "@/server/scoring/domain/criterion"
import type { Framework } from "@/server/scoring/domain/framework"
import { axesOf, isTwoSided, splitOf, valueAt, valueBeside } from "@/server/scoring/domain/matrix"
import { scalePosition } from "@/server/scoring/domain/scale-position"

const range = (min: number, max: number, more: object = {}): Scale => ({ kind: "range", min, max, ...more })
const fibonacci: Scale = {
  kind: "choices",
  choices: [1, 2, 3, 5, 8, 13, 20].map((value) => ({ value, label: String(value) })),
}
const criterion = (
  key: string,
  direction: Criterion["direction"],
  scale: Scale = range(0, 10),
): Criterion => ({
  key,
  name: key,
  help: "",
  unit: "",
  direction,
  scale,
})
const framework = (criteria: Criterion[], more: Partial<Framework> = {}): Framework => ({
  key: "f",
  name: "F",
  description: "",
  source: "",
  method: "weighted_sum",
  criteria,
  ...more,
})
const value = criterion("value", "benefit")
const effort = criterion("effort", "cost")

describe("the axes of a matrix", () => {
  it("are the first cost across and the first benefit up, unless others are asked for", () => {
    const wide = framework([criterion("reach", "benefit"), value, effort])
    expect(axesOf(wide)).toMatchObject({ x: { key: "effort" }, y: { key: "reach" } })
    expect(axesOf(wide, "reach", "value")).toMatchObject({ x: { key: "reach" }, y: { key: "value" } })
    expect(axesOf(wide, "nonsense", "value")).toMatchObject({ x: { key: "effort" }, y: { key: "value" } })
    expect(isTwoSided(framework([value, effort]))).toBe(true)
    expect(isTwoSided(wide)).toBe(false)
  })

  it("need a benefit and a cost, and answers that lie on a line", () => {
    expect(axesOf(framework([value]))).toBeNull()
    expect(axesOf(framework([value, effort], { method: "kano" }))).toBeNull()
  })
})

describe("the split", () => {
  const axes = { x: effort, y: value }

  it("is where the framework says, else at the medians of the dots, else nowhere", () => {
    const declared = framework([value, effort], {
      method: "value_effort",
      thresholds: { value: 5, effort: 3 },
    })
    expect(splitOf(declared, axes, [])).toEqual({ x: 3, y: 5, by: "thresholds" })
    const dots = [
      { x: 1, y: 9 },
      { x: 2, y: 1 },
      { x: 8, y: 4 },
    ]
    expect(splitOf(framework([value, effort]), axes, dots)).toEqual({ x: 2, y: 4, by: "medians" })
    expect(splitOf(framework([value, effort]), axes, [])).toBeNull()
  })
})

describe("a place on a scale", () => {
  it("becomes the value that stands there", () => {
    expect([0, 0.5, 0.52, 1, 7].map((share) => valueAt(fibonacci, share))).toEqual([1, 5, 5, 20, 20])
    expect(valueAt(range(0, 10, { integer: true }), 0.33)).toBe(3)
    expect(valueAt(range(0, 1, { step: 0.25 }), 0.6)).toBe(0.5)
    expect(valueAt(range(0, 10), 0.333)).toBeCloseTo(3.33, 2)
  })

  it.each([fibonacci, range(0, 10), range(0, 10_000_000, { integer: true }), range(-5, 5, { step: 0.5 })])(
    "and back again, on %j",
    (scale) => {
      for (const share of [0, 0.25, 0.5, 0.75, 1]) {
        const place = scalePosition(scale, valueAt(scale, share))
        expect(Math.abs(place - share)).toBeLessThan(0.1)
        expect(valueAt(scale, place)).toBe(valueAt(scale, share))
      }
    },
  )

  it("has a next one, to the end", () => {
    expect(valueBeside(fibonacci, 5, 1)).toBe(8)
    expect(valueBeside(fibonacci, 4, -1)).toBe(3)
    expect(valueBeside(fibonacci, 20, 1)).toBe(20)
    expect(valueBeside(range(0, 10), 5, 1)).toBeGreaterThan(5)
  })
})
