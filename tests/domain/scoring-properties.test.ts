import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { BUILT_IN_FRAMEWORKS, RICE, VALUE_AND_FEASIBILITY } from "@/server/scoring/domain/built-in-frameworks"
import type { Criterion } from "@/server/scoring/domain/criterion"
import { type Framework, isRelative } from "@/server/scoring/domain/framework"
import { scoreInputs } from "@/server/scoring/domain/score"
import { scoreTogether } from "@/server/scoring/domain/score-together"
import { scored } from "./scored"

const onScale = ({ scale }: Criterion) =>
  scale.kind === "choices"
    ? fc.constantFrom(...scale.choices.map((choice) => choice.value))
    : fc
        .integer({ min: 0, max: 200 })
        .map((n) => scale.min + Math.min(n * (scale.step ?? 1), scale.max - scale.min))
const inputsOf = (framework: Framework) =>
  fc.record(Object.fromEntries(framework.criteria.map((criterion) => [criterion.key, onScale(criterion)])))
const anyFramework = fc.constantFrom(...BUILT_IN_FRAMEWORKS)
/** Those that give one person's values of one item a score by themselves. */
const absolute = fc.constantFrom(
  ...BUILT_IN_FRAMEWORKS.filter((framework) => !isRelative(framework) && framework.method !== "kano"),
)

describe("scores of any inputs", () => {
  it("complete inputs on the scale always give a finite score", () => {
    fc.assert(
      fc.property(
        absolute.chain((framework) => fc.tuple(fc.constant(framework), inputsOf(framework))),
        ([framework, inputs]) => {
          expect(Number.isFinite(scored(framework, inputs).score)).toBe(true)
        },
      ),
    )
  })

  it("any inputs at all give a finite score or a reason, never NaN", () => {
    const value = fc.oneof(fc.double(), fc.integer(), fc.constant(null), fc.constant(undefined))
    fc.assert(
      fc.property(anyFramework, fc.array(value, { minLength: 4, maxLength: 4 }), (framework, values) => {
        const result = scoreInputs(
          framework,
          Object.fromEntries(framework.criteria.map(({ key }, n) => [key, values[n]])),
        )
        if (result.status === "scored") expect(Number.isFinite(result.score)).toBe(true)
        if (result.status === "missing") expect(result.missing.length).toBeGreaterThan(0)
        if (result.status === "invalid") expect(result.problems.length).toBeGreaterThan(0)
      }),
    )
  })

  it("more benefit never lowers a score, more cost never raises it", () => {
    fc.assert(
      fc.property(
        absolute.chain((framework) =>
          fc.tuple(
            fc.constant(framework),
            inputsOf(framework),
            inputsOf(framework),
            fc.nat(framework.criteria.length - 1),
          ),
        ),
        ([framework, inputs, others, index]) => {
          const { key, direction } = framework.criteria[index]!
          const changed = { ...inputs, [key]: others[key] }
          const change = scored(framework, changed).score - scored(framework, inputs).score
          const step = others[key]! - inputs[key]!
          expect(change * step * (direction === "cost" ? -1 : 1)).toBeGreaterThanOrEqual(0)
        },
      ),
    )
  })

  it("a dominated item never ranks above the one that dominates it", () => {
    const cases = absolute.chain((framework) =>
      fc.tuple(fc.constant(framework), inputsOf(framework), inputsOf(framework)),
    )
    fc.assert(
      fc.property(cases, ([framework, one, other]) => {
        const better = Object.fromEntries(
          framework.criteria.map(({ key, direction }) => {
            const pick = direction === "cost" ? Math.min : Math.max
            return [key, pick(one[key]!, other[key]!)]
          }),
        )
        expect(scored(framework, better).score).toBeGreaterThanOrEqual(scored(framework, one).score)
      }),
    )
  })

  it("an unrelated item changes no score, but for the relative methods", () => {
    const lists = absolute.chain((framework) =>
      fc.tuple(fc.constant(framework), fc.array(inputsOf(framework), { minLength: 1, maxLength: 5 })),
    )
    fc.assert(
      fc.property(lists, ([framework, list]) => {
        const all = scoreTogether(framework, new Map(list.map((inputs, index) => [`${index}`, inputs])))
        const alone = scoreTogether(framework, new Map([["0", list[0]!]]))
        expect(all.get("0")).toEqual(alone.get("0"))
      }),
    )
  })

  it("does not mind the unit of a ratio: order stays when every effort is told in days instead of months", () => {
    const inputs = fc.tuple(inputsOf(RICE), inputsOf(RICE))
    fc.assert(
      fc.property(inputs, ([one, other]) => {
        const days = {
          ...RICE,
          criteria: RICE.criteria.map((criterion) =>
            criterion.key === "effort"
              ? { ...criterion, scale: { kind: "range" as const, min: 1, max: 30_000 } }
              : criterion,
          ),
        }
        const told = (values: Record<string, number>) => ({ ...values, effort: values.effort! * 20 })
        const before = Math.sign(scored(RICE, one).score - scored(RICE, other).score)
        const after = Math.sign(scored(days, told(one)).score - scored(days, told(other)).score)
        expect(after).toBe(before)
      }),
    )
  })

  it("weights count only relative to each other", () => {
    const factors = fc.double({ min: 0.001, max: 1000, noNaN: true })
    fc.assert(
      fc.property(inputsOf(VALUE_AND_FEASIBILITY), factors, (inputs, factor) => {
        const criteria = VALUE_AND_FEASIBILITY.criteria.map((one) => ({
          ...one,
          weight: one.weight! * factor,
        }))
        const other = scored({ ...VALUE_AND_FEASIBILITY, criteria }, inputs).score
        expect(other).toBeCloseTo(scored(VALUE_AND_FEASIBILITY, inputs).score, 10)
      }),
    )
  })
})
