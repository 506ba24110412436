import { describe, expect, it } from "vitest"
import {
  blockWords,
  numberWords,
  orderWords,
  sidesWords,
} from "@/components/scoring/agreement/prepare-agreement"
import { restoredWords } from "@/components/scoring/blind/prepare-set-aside"
import { changedSince } from "@/components/scoring/ranked/prepare-why"
import {
  comparedWords,
  leaderWords,
  methodWords,
  placesOptions,
  swapWords,
} from "@/components/scoring/robustness/prepare-robustness"
import type { Agreement, Drawn, Robustness } from "@/components/scoring/scoring-data"
import { roundProgress } from "@/server/scoring/domain/blind-round"
import { VALUE_AND_FEASIBILITY } from "@/server/scoring/domain/built-in-frameworks"
import { firstWords, shareText } from "@/server/scoring/domain/robustness"

const item = (key: string, first: number, band: number | null = null) =>
  ({ key, first, band }) as Drawn["items"][number]

const robust = (drawn: Partial<Drawn>, more: Partial<Robustness> = {}) =>
  ({
    framework: { definition: VALUE_AND_FEASIBILITY },
    settings: { weightings: "order", withSpread: false, top: 3 },
    from: 0,
    compared: 2,
    total: 2,
    relative: false,
    drawn: {
      basis: "weights",
      exact: false,
      samples: 10_000,
      seed: 2008,
      standardError: 0.005,
      items: [],
      ...drawn,
    },
    ...more,
  }) as Robustness

describe("how sure an order is, in words", () => {
  it("says a share without a false zero or a false hundred", () => {
    expect([0, 0.004, 0.62, 0.996, 1].map(shareText)).toEqual([
      "0 %",
      "under 1 %",
      "62 %",
      "over 99 %",
      "100 %",
    ])
    expect(firstWords(0.62, "plausible weightings")).toBe("First in 62 % of plausible weightings")
    expect(firstWords(0, "plausible weightings")).toBe("Never first in plausible weightings")
  })

  it("names the leader, and whom it cannot be told from", () => {
    expect(leaderWords(robust({ items: [item("A-1", 0.62), item("A-2", 0.38)] }))).toBe(
      "A-1 is first in 62 % of plausible weightings",
    )
    const close = robust({
      basis: "scorers",
      items: [item("A-1", 0.5, 0), item("A-2", 0.4, 0), item("A-3", 0.1)],
    })
    expect(leaderWords(close, 5)).toBe(
      "A-1 is first in 50 % of panels redrawn from the 5 scorers; it is not separable from A-2",
    )
  })

  it("says what was drawn, how often, and what was left out", () => {
    expect(methodWords(robust({})).join(" ")).toMatch(
      /published order of importance.*10,000 draws with the seed 2008.*±1\.0/,
    )
    expect(methodWords(robust({ exact: true })).join(" ")).toContain("computed exactly")
    expect(methodWords(robust({ basis: "scorers" })).join(" ")).toContain("no weights to vary")
    const part = robust({ items: [item("A-1", 0.62)] }, { from: 200, compared: 200, total: 640 })
    expect(methodWords(part).join(" ")).toContain("Places 201–400 of 640 ranked items")
    expect(leaderWords(part)).toBe("A-1 is first of places 201–400 in 62 % of plausible weightings")
    expect(comparedWords({ ...part, from: 0 })).toBe(", among the first 200")
    expect(placesOptions(640).map(({ label }) => label)).toEqual([
      "Places 1–200",
      "Places 201–400",
      "Places 401–600",
      "Places 601–640",
    ])
    expect([placesOptions(200), placesOptions(401)].map(({ length }) => length)).toEqual([0, 2])
    expect(methodWords(robust({}, { relative: true })).join(" ")).toContain("relative to this list")
  })

  it("says which weight swaps neighbours", () => {
    const change = { criterion: "effort", from: 0.15, to: 0.188 }
    expect(swapWords(robust({}), { upper: "A-1", lower: "A-2", change })).toBe(
      "A-2 passes A-1 when Effort weighs 18.8 % instead of 15 %.",
    )
    expect(swapWords(robust({}), { upper: "A-1", lower: "A-2", change: null })).toBe(
      "No single weight puts A-2 before A-1.",
    )
  })
})

describe("agreement in words", () => {
  const agreement = (more: Partial<Agreement>) =>
    ({
      raters: [
        { id: "1", name: "Ann", measured: true },
        { id: "2", name: "Ben", measured: true },
        { id: "3", name: "Cem", measured: false },
      ],
      items: 12,
      scoredItems: 20,
      order: { w: 0.54, p: 0.0429 },
      value: { value: -0.12, low: -0.3, high: 0.4, band: "poor" },
      ...more,
    }) as Agreement

  it("tells order, numbers and over whom", () => {
    expect(orderWords(agreement({}))).toBe("W 0.54: more alike than chance (p 0.04)")
    expect(numberWords(agreement({}))).toBe("ICC −0.12, poor; between −0.30 and 0.40 with 95 % confidence")
    expect(blockWords(agreement({}))).toBe(
      "Measured over Ann and Ben and 12 of 20 scored items: the largest set in which nobody left one out. Cem left too many of them out to be compared.",
    )
  })

  it("names both sides of a dispute", () => {
    const dispute = {
      low: { value: 3, people: ["Hugo"] },
      high: { value: 13, people: ["Ann", "Ben", "Cem"] },
    }
    expect(sidesWords(dispute as Agreement["disputed"][number], String)).toBe(
      "Hugo gave 3, Ann and 2 others 13",
    )
  })
})

describe("a blind round in words", () => {
  it("counts who has scored", () => {
    const people = [true, true, false].map((scored, index) => ({ name: `${index}`, scored }))
    expect(roundProgress(people)).toBe("2 of 3 have scored")
    expect(roundProgress(people.slice(1))).toBe("1 of 2 has scored")
  })

  it("says what giving the values of a cancelled round again came to", () => {
    expect(restoredWords({ items: 12, newer: 0 })).toBe("Your values for 12 items count again")
    expect(restoredWords({ items: 1, newer: 2 })).toBe(
      "Your values for 1 item count again; what you gave for 2 items since then is newer and stays",
    )
    expect(restoredWords({ items: 0, newer: 1 })).toBe(
      "What you gave for 1 item since then is newer and stays",
    )
  })

  it("says what changed after the reveal", () => {
    const given = { yearly_benefit: 100, strategic_fit: 3, data_readiness: 4, effort: 8 }
    const lines = changedSince(
      VALUE_AND_FEASIBILITY,
      [{ userId: "1", inputs: given }],
      [
        { userId: "1", name: "Ann", inputs: { ...given, effort: 12 } },
        { userId: "2", name: "Ben", inputs: given },
      ],
    )
    expect(lines).toEqual(["Ann: Effort was 8, now 12"])
  })
})
