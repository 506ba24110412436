import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { CD3, OPPORTUNITY, VALUE_EFFORT } from "@/server/scoring/domain/built-in-economics"
import { delayCost, type Job, orderByCd3, valueEarned } from "@/server/scoring/domain/delay-cost"
import { listNotes, listOutcome } from "@/server/scoring/domain/list-outcome"
import { scoreInputs } from "@/server/scoring/domain/score"

const job = (costOfDelay: number, duration: number): Job => ({ costOfDelay, duration })

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]]
  return items.flatMap((first, index) =>
    permutations([...items.slice(0, index), ...items.slice(index + 1)]).map((rest) => [first, ...rest]),
  )
}

describe("CD3", () => {
  it("divides the cost of delay per week by the weeks", () => {
    const score = (cost_of_delay: number, duration: number) => scoreInputs(CD3, { cost_of_delay, duration })
    expect(score(10, 2)).toMatchObject({ score: 5 })
    expect(score(30, 4)).toMatchObject({
      score: 7.5,
      worked: "30 / 4 = 7.5",
      sentence: "CD3 is 7.5: cost of delay 30 divided by duration 4.",
    })
    expect(score(10, 0)).toMatchObject({ status: "invalid", problems: [{ criterion: "duration" }] })
    expect(scoreInputs(CD3, { cost_of_delay: 10 })).toEqual({ status: "missing", missing: ["duration"] })
  })

  it("the outcome ratio is not the score ratio: 100 against 120 earned in six weeks", () => {
    const [a, b] = [job(10, 2), job(30, 4)]
    expect(valueEarned([a, b], 6, 10)).toBe(100)
    expect(valueEarned([b, a], 6, 10)).toBe(120)
  })

  it("all six orders of three items", () => {
    const jobs = { A: job(10, 2), B: job(30, 4), C: job(6, 3) }
    const cost = (order: string) => delayCost([...order].map((key) => jobs[key as keyof typeof jobs]))
    const orders = ["BAC", "BCA", "ABC", "CBA", "ACB", "CAB"]
    expect(orders.map(cost)).toEqual([234, 252, 254, 318, 320, 338])
    expect(orderByCd3([jobs.A, jobs.C, jobs.B])).toEqual([jobs.B, jobs.A, jobs.C])
  })

  it("no order of up to seven items costs less than the order by score", () => {
    const any = fc.record({
      costOfDelay: fc.integer({ min: 0, max: 50 }),
      duration: fc.integer({ min: 1, max: 20 }),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 7 }), (jobs) => {
        const least = Math.min(...permutations(jobs).map(delayCost))
        expect(delayCost(orderByCd3(jobs))).toBeCloseTo(least, 9)
      }),
      { numRuns: 40 },
    )
  })

  it("shows what the order of a list costs beside the manual one", () => {
    const item = (id: string, cost_of_delay: number, duration: number) => ({
      id,
      score: cost_of_delay / duration,
      values: { cost_of_delay, duration },
    })
    const ranked = [item("B", 30, 4), item("A", 10, 2), item("C", 6, 3)]
    expect(listOutcome(CD3, ranked, ["C", "A", "B"])).toEqual({
      kind: "delay",
      unit: "thousand EUR per week",
      items: 3,
      weeks: 9,
      byScore: 234,
      byHand: 338,
    })
    expect(listOutcome(CD3, ranked.slice(0, 1), ["B"])).toBeNull()
    expect(listOutcome(VALUE_EFFORT, ranked, [])).toBeNull()
    expect(listNotes(CD3, ranked)).toEqual([])
  })
})

describe("opportunity", () => {
  it("importance 0.9, satisfaction 0.3 gives 0.63", () => {
    expect(scoreInputs(OPPORTUNITY, { importance: 0.9, satisfaction: 0.3 })).toMatchObject({
      score: 0.63,
      formula: "Importance × (1 − Satisfaction)",
      worked: "0.9 × (1 − 0.3) = 0.63",
      sentence: "Opportunity is 0.63 of 1: importance 0.9 times 0.7, which satisfaction 0.3 leaves open.",
    })
  })

  it("refuses values outside 0 to 1", () => {
    expect(scoreInputs(OPPORTUNITY, { importance: 9, satisfaction: 0.3 })).toMatchObject({
      status: "invalid",
    })
  })
})

describe("value and effort", () => {
  it("divides, and names the quadrant by the declared thresholds", () => {
    const place = (value: number, effort: number) => scoreInputs(VALUE_EFFORT, { value, effort })
    expect(place(50, 10)).toMatchObject({
      score: 5,
      category: "Quick win",
      sentence: "Value and effort is 5, quick win: value 50 divided by effort 10.",
    })
    expect(place(80, 40)).toMatchObject({ score: 2, category: "Big bet" })
    expect(place(20, 4)).toMatchObject({ category: "Fill-in" })
    expect(place(20, 40)).toMatchObject({ category: "Questionable" })
    expect(place(20, 0)).toMatchObject({ status: "invalid" })
  })
})
