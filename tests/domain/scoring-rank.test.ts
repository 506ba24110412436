import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { RICE, VALUE_AND_FEASIBILITY, WSJF } from "@/server/scoring/domain/built-in-frameworks"
import { combineScores, median } from "@/server/scoring/domain/combine"
import type { Framework } from "@/server/scoring/domain/framework"
import { compareKeys, type RankableItem, rankItems } from "@/server/scoring/domain/rank"
import { describePosition, isSplit, scalePosition } from "@/server/scoring/domain/scale-position"
import { warnColumnsWithoutOne } from "@/server/scoring/domain/wsjf-calibration"

const wsjf = (...values: (number | null)[]) =>
  Object.fromEntries(WSJF.criteria.map(({ key }, index) => [key, values[index] ?? null]))
/** The panel of the backlog mock: five people on FUL-231. */
const panel = [
  { scorerId: "IM", inputs: wsjf(13, 8, 5, 3) },
  { scorerId: "TB", inputs: wsjf(8, 8, 5, 5) },
  { scorerId: "PR", inputs: wsjf(8, 5, 8, 3) },
  { scorerId: "HB", inputs: wsjf(3, 5, 5, 3) },
  { scorerId: "SL", inputs: wsjf(8, 8, 3, 3) },
]
const item = (key: string, ...scorers: RankableItem["scorers"]): RankableItem => ({
  id: `id-${key}`,
  key,
  title: key,
  scorers,
})
const one = (key: string, ...values: (number | null)[]) =>
  item(key, { scorerId: "a", inputs: wsjf(...values) })

describe("several scorers", () => {
  it("computes the score from the medians and keeps each one's own", () => {
    const { result, own, split, spreads } = combineScores(WSJF, panel)
    expect(result).toMatchObject({ status: "scored", score: 7, worked: "(8 + 8 + 5) / 3 = 7.0" })
    const scores = own.map(({ result }) => (result.status === "scored" ? result.score.toFixed(1) : null))
    expect(scores).toEqual(["8.7", "4.2", "7.0", "4.3", "6.3"])
    expect(split).toEqual(["business_value"])
    expect(spreads[0]).toEqual({
      criterion: "business_value",
      count: 5,
      low: 3,
      high: 13,
      median: 8,
      split: true,
    })
  })

  it("takes the middle of the two middle values for an even number", () => {
    const { result } = combineScores(WSJF, [panel[0]!, panel[1]!])
    expect(result).toMatchObject({ status: "scored", worked: "(10.5 + 8 + 5) / 4 = 5.9" })
    expect(median([])).toBeNull()
    expect(median([3])).toBe(3)
    expect(median([4, 1])).toBe(2.5)
  })

  it("uses a partial entry where it has values and says who is missing what", () => {
    const { result, own } = combineScores(WSJF, [
      panel[0]!,
      { scorerId: "AR", inputs: wsjf(20, null, null, null) },
    ])
    expect(own[1]).toMatchObject({ missing: ["time_criticality", "risk_reduction", "job_size"] })
    expect(result).toMatchObject({ status: "scored", worked: "(16.5 + 8 + 5) / 3 = 9.8" })
  })

  it("is missing where nobody gave a value, and when there is no scorer", () => {
    expect(combineScores(WSJF, [{ scorerId: "a", inputs: wsjf(1, 2, 3, null) }]).result).toEqual({
      status: "missing",
      missing: ["job_size"],
    })
    expect(combineScores(WSJF, []).result).toMatchObject({ status: "missing" })
  })

  it("keeps a value off the scale out of the median and reports it", () => {
    const stale = { scorerId: "b", inputs: wsjf(4, 8, 5, 3) }
    const both = combineScores(WSJF, [panel[0]!, stale])
    expect(both.result).toMatchObject({ status: "scored", worked: "(13 + 8 + 5) / 3 = 8.7" })
    expect(both.own[1]?.result.status).toBe("invalid")
    expect(combineScores(WSJF, [stale]).result.status).toBe("invalid")
  })
})

describe("split", () => {
  const scale = WSJF.criteria[0]!.scale
  it("is three steps on a scale of choices", () => {
    expect(isSplit(scale, 3, 13)).toBe(true)
    expect(isSplit(scale, 5, 13)).toBe(false)
    expect(isSplit(scale, 1, 5)).toBe(true)
  })

  it("is the opposite ends of a shorter scale, never agreement", () => {
    const short = {
      kind: "choices" as const,
      choices: [0, 1, 2].map((value) => ({ value, label: `${value}` })),
    }
    expect(isSplit(short, 0, 2)).toBe(true)
    expect(isSplit(short, 0, 1)).toBe(false)
    expect(isSplit(short, 1, 1)).toBe(false)
  })

  it("is 30 % of a range, by order of magnitude where the range is very wide", () => {
    const effort = VALUE_AND_FEASIBILITY.criteria[3]!.scale
    expect(isSplit(effort, 10, 26)).toBe(true)
    expect(isSplit(effort, 10, 20)).toBe(false)
    const reach = RICE.criteria[0]!.scale
    expect(isSplit(reach, 100, 50_000)).toBe(true)
    expect(isSplit(reach, 100, 300)).toBe(false)
  })

  it("places values by step, also between steps", () => {
    expect(scalePosition(scale, 1)).toBe(0)
    expect(scalePosition(scale, 5)).toBe(0.5)
    expect(scalePosition(scale, 20)).toBe(1)
    expect(describePosition(WSJF.criteria[0]!, 10.5)).toBe("between steps 5 and 6 of 7")
  })
})

describe("ranking", () => {
  it("orders by score, gives reasons, and puts unscored items last in their own group", () => {
    const { ranked, unscored } = rankItems(
      [
        one("FUL-3", 1, 1, 1, 20),
        item("FUL-2"),
        one("FUL-9", 13, 8, 8, 5),
        one("FUL-1", 13, 8, null, 5),
        one("FUL-4", 1, 1, 1, 0),
      ],
      WSJF,
    )
    expect(ranked.map(({ key, rank, score }) => [key, rank, score])).toEqual([
      ["FUL-9", 1, 5.8],
      ["FUL-3", 2, 0.15],
    ])
    expect(ranked[0]).toMatchObject({
      lifts: "Lifted by user-business value 13 (step 6 of 7).",
      holdsDown: "Held down by job size 5 (step 4 of 7, less is better).",
      tie: null,
    })
    expect(unscored.map(({ key, reason }) => [key, reason])).toEqual([
      ["FUL-1", "Missing: Risk reduction or opportunity enablement"],
      ["FUL-2", "Nobody has scored it yet"],
      [
        "FUL-4",
        "Job size must be more than zero: the score is divided by it. Leave it empty if it is not estimated yet",
      ],
    ])
  })

  it("breaks ties by key, numbers as numbers, and says so", () => {
    const { ranked } = rankItems(
      [one("FUL-10", 1, 1, 1, 1), one("FUL-9", 1, 1, 1, 1), one("CRM-30", 1, 1, 1, 1)],
      WSJF,
    )
    expect(ranked.map(({ key }) => key)).toEqual(["CRM-30", "FUL-9", "FUL-10"])
    expect(ranked[1]?.tie).toBe("Same score as CRM-30, FUL-10; placed by key.")
    expect(compareKeys({ key: "A-1", id: "2" }, { key: "A-1", id: "1" })).toBe(1)
  })

  it("names three of many ties", () => {
    const { ranked } = rankItems(
      Array.from({ length: 30 }, (_, n) => one(`A-${n}`, 1, 1, 1, 1)),
      WSJF,
    )
    expect(ranked[29]?.tie).toBe("Same score as A-0, A-1, A-2 and 26 more; placed by key.")
    expect(ranked[0]?.tie).toBe("Same score as A-1, A-2, A-3 and 26 more; placed by key.")
  })

  it("gives one reason when every input stands at the same place", () => {
    const flat: Framework = { ...WSJF, criteria: WSJF.criteria.slice(2) }
    const { ranked } = rankItems(
      [item("A-1", { scorerId: "a", inputs: { risk_reduction: 20, job_size: 1 } })],
      flat,
    )
    expect(ranked[0]?.holdsDown).toBeNull()
    expect(ranked[0]?.lifts).toContain("risk reduction")
  })

  it("is absolute: adding items changes no score and no relative order", () => {
    const value = fc.constantFrom(1, 2, 3, 5, 8, 13, 20, null)
    const items = fc
      .array(fc.array(fc.tuple(value, value, value, value), { maxLength: 3 }), { maxLength: 12 })
      .map((all) =>
        all.map((scorers, n) =>
          item(`A-${n}`, ...scorers.map((values, s) => ({ scorerId: `${s}`, inputs: wsjf(...values) }))),
        ),
      )
    fc.assert(
      fc.property(items, fc.nat(12), (all, kept) => {
        const few = all.slice(0, kept)
        const fromAll = rankItems(all, WSJF)
        const alone = rankItems(few, WSJF)
        const mine = new Set(few.map(({ id }) => id))
        const pick = (list: { id: string; key: string; combined: unknown }[]) =>
          list.filter(({ id }) => mine.has(id)).map(({ key, combined }) => ({ key, combined }))
        expect(pick(fromAll.ranked)).toEqual(pick(alone.ranked))
        expect(pick(fromAll.unscored)).toEqual(pick(alone.unscored))
      }),
    )
  })

  it("warns when a WSJF column has no 1, and only then", () => {
    const combined = [combineScores(WSJF, panel)]
    expect(warnColumnsWithoutOne(WSJF, combined)).toHaveLength(4)
    expect(
      warnColumnsWithoutOne(WSJF, [
        ...combined,
        combineScores(WSJF, [{ scorerId: "a", inputs: wsjf(1, 1, 1, 1) }]),
      ]),
    ).toEqual([])
    expect(warnColumnsWithoutOne(RICE, combined)).toEqual([])
  })
})
