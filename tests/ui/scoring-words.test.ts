import { describe, expect, it } from "vitest"
import { choiceByLetter, readEntry, stepChoice, typedNumber } from "@/components/scoring/grid/prepare-entry"
import { addressHref, parseAddress } from "@/components/scoring/prepare-address"
import { dotsLabel, prepareDots } from "@/components/scoring/prepare-dots"
import { prepareFormula } from "@/components/scoring/prepare-formula"
import { endsWords, methodSentence, rankingState, scaleWords } from "@/components/scoring/prepare-words"
import { RICE, VALUE_AND_FEASIBILITY, WSJF } from "@/server/scoring/domain/built-in-frameworks"
import { scoreInputs } from "@/server/scoring/domain/score"

const [value] = WSJF.criteria as [(typeof WSJF.criteria)[number]]
const [reach, impact, confidence, effort] = RICE.criteria as [
  typeof value,
  typeof value,
  typeof value,
  typeof value,
]

describe("what is typed into a cell", () => {
  it("is read as people write numbers", () => {
    const typed = [
      "13",
      " 0,5 ",
      "0.5",
      "1,200",
      "1,200.5",
      "12k",
      "1.5M",
      "80 %",
      "",
      "eight",
      "1.2.3",
      "-3",
    ]
    expect(typed.map(typedNumber)).toEqual([
      13,
      0.5,
      0.5,
      1200,
      1200.5,
      12_000,
      1_500_000,
      0.8,
      undefined,
      undefined,
      undefined,
      -3,
    ])
  })

  it("is checked by the rule of the server", () => {
    expect(readEntry(WSJF, value, "8")).toEqual({ ok: true, value: 8 })
    expect(readEntry(WSJF, value, "  ")).toEqual({ ok: true, value: null })
    expect(readEntry(WSJF, value, "4")).toMatchObject({
      ok: false,
      message: expect.stringContaining("1, 2, 3, 5, 8, 13, 20"),
    })
    expect(readEntry(RICE, effort, "0")).toMatchObject({
      ok: false,
      message: expect.stringContaining("more than zero"),
    })
    expect(readEntry(RICE, reach, "lots")).toEqual({ ok: false, message: "Reach: “lots” is not a number" })
    expect(readEntry(RICE, confidence, "80%")).toEqual({ ok: true, value: 0.8 })
  })

  it("chooses by letter and by step", () => {
    expect([
      choiceByLetter(impact, "m", null),
      choiceByLetter(impact, "M", 0.25),
      choiceByLetter(impact, "m", 3),
    ]).toEqual([0.25, 1, 0.25])
    expect([choiceByLetter(impact, "x", null), choiceByLetter(reach, "m", null)]).toEqual([
      undefined,
      undefined,
    ])
    expect([
      stepChoice(value, null, 1),
      stepChoice(value, null, -1),
      stepChoice(value, 5, 1),
      stepChoice(value, 20, 1),
    ]).toEqual([1, 20, 8, undefined])
    expect(stepChoice(reach, 5, 1)).toBeUndefined()
  })
})

describe("the words of the page", () => {
  it("name scale, ends and method", () => {
    expect(scaleWords(effort)).toBe("0.5 to 1,000 person-months, less is better")
    expect(endsWords(value)).toBe("1: Nice to have. 20: What we are here for.")
    expect(methodSentence(ICE_LIKE)).toBe("Impact × confidence.")
    expect(methodSentence(WSJF)).toMatch(/^Weighted shortest job first.*job size\.$/)
    expect(rankingState({ total: 26, splitTotal: 4, scorers: 1, unscoredTotal: 1200 }, "WSJF", 3)).toBe(
      "26 items ranked by WSJF version 3, 1 scorer, 1,200 not scored yet.",
    )
  })

  it("put a score as a worked fraction", () => {
    const inputs = { business_value: 8, time_criticality: 8, risk_reduction: 5, job_size: 3 }
    const result = scoreInputs(WSJF, inputs)
    expect(result.status === "scored" && prepareFormula("wsjf", result)).toEqual({
      score: "7.0",
      above: "8 + 8 + 5",
      below: "3",
      words: "(User-business value + Time criticality + Risk reduction or opportunity enablement) ÷ Job size",
    })
    const weighted = scoreInputs(VALUE_AND_FEASIBILITY, {
      yearly_benefit: 500,
      strategic_fit: 5,
      data_readiness: 1,
      effort: 1,
    })
    expect(weighted.status === "scored" && prepareFormula("weighted_sum", weighted)).toMatchObject({
      above: "0.40 × 0.50 + 0.25 × 1.00 + 0.20 × 0.00 + 0.15 × 1.00",
      below: null,
    })
  })

  it("draw one dot per value, larger for more people", () => {
    const values = [
      { value: 3, count: 1 },
      { value: 13, count: 4 },
    ]
    const [low, high] = prepareDots(value, values)
    expect(low!.x).toBeLessThan(high!.x)
    expect(low!.r).toBeLessThan(high!.r)
    expect(dotsLabel(value, values)).toBe("User-business value from 3 to 13, by 5 people")
    expect(dotsLabel(value, [])).toBe("User-business value not given")
  })
})

describe("the address", () => {
  it("holds the view and comes back the same", () => {
    const text = "q=promise&type=story&framework=wsjf&item=FUL-231&version=2"
    const address = parseAddress(new URLSearchParams(text))
    expect(address).toMatchObject({
      mode: "ranked",
      item: "FUL-231",
      version: 2,
      todo: false,
      panel: null,
      filter: { frameworkKey: "wsjf" },
    })
    expect(addressHref("/acme/backlog/scoring", address)).toBe(`/acme/backlog/scoring?${text}`)
    const grid = parseAddress(new URLSearchParams("view=score&todo=1&sort=-score&version=x"))
    expect(addressHref("/s", grid)).toBe("/s?view=score&todo=1")
  })
})

const ICE_LIKE = { ...RICE, description: "Impact × confidence. Quick, e.g. for experiments." }
