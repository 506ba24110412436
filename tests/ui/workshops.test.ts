import { describe, expect, it } from "vitest"
import { clockOffset, liveAddress, stateAfterFailure, waitBefore } from "@/components/live/prepare-live"
import { plotWords, preparePlot } from "@/components/workshops/discussion/prepare-dot-plot"
import {
  agreementWords,
  changeWords,
  choicesOf,
  itemsToScore,
  orderRows,
  progressWords,
  timeLeft,
} from "@/components/workshops/prepare-workshop"
import { factWords, roundCell } from "@/components/workshops/record/prepare-record"
import { nextOpen } from "@/components/workshops/scoring/prepare-scoring"
import { selectionOf } from "@/components/workshops/start/start-address"
import type { Workshop, WorkshopItem } from "@/components/workshops/workshop-data"
import { ICE, RICE, WSJF } from "@/server/scoring/domain/built-in-frameworks"

const item = (place: number, more: Partial<WorkshopItem> = {}): WorkshopItem => ({
  itemId: `i${place}`,
  place,
  key: `FUL-${place}`,
  title: `Item ${place}`,
  status: "idea",
  productName: "Delivery promise",
  lastRound: 1,
  finalRank: null,
  sentence: null,
  fate: "here",
  moved: false,
  mayScore: true,
  ...more,
})

const entry = (userId: string, itemId: string, [value, time, risk, size]: number[], note = "") => ({
  userId,
  itemId,
  note,
  inputs: { business_value: value!, time_criticality: time!, risk_reduction: risk!, job_size: size! },
})

const none = { scorers: 0, items: 0, w: null, icc: null }

describe("the order", () => {
  const items = [item(1), item(2), item(3)]
  const rounds = [
    {
      round: 1,
      agreement: none,
      entries: [
        entry("a", "i1", [1, 1, 1, 1]),
        entry("a", "i2", [8, 8, 8, 2]),
        entry("b", "i1", [13, 13, 13, 1]),
      ],
    },
    { round: 2, agreement: none, entries: [entry("b", "i1", [1, 1, 1, 1])] },
  ]
  const framework = { id: "f", key: "wsjf", version: 1, latest: 1, definition: WSJF }

  it("takes each person's latest round, says what changed, and puts the unscored last", () => {
    const rows = orderRows({ items, rounds, framework } as unknown as Workshop)
    expect(
      rows.map(({ item: { key }, rank, score, change, earlier }) => [key, rank, score, change, earlier]),
    ).toEqual([
      ["FUL-2", 1, "12.0", 1, [2]],
      ["FUL-1", 2, "3.0", -1, [1]],
      ["FUL-3", null, "–", 0, [null]],
    ])
    expect(rows[2]!.sentence).toBe("Nobody has scored it yet")
    expect([1, 0, -2].map(changeWords)).toEqual(["up 1", "same place", "down 2"])
  })
})

describe("what there is to score", () => {
  it("leaves out what is gone, what one may not score, and in a further round what was not chosen for it", () => {
    const items = [
      item(1, { fate: "archived" }),
      item(2, { mayScore: false }),
      item(3),
      item(4, { lastRound: 2 }),
    ]
    expect(itemsToScore({ items, round: 1 }).map(({ key }) => key)).toEqual(["FUL-3", "FUL-4"])
    expect(itemsToScore({ items, round: 2 }).map(({ key }) => key)).toEqual(["FUL-4"])
    expect(itemsToScore({ items, round: 3 })).toEqual([])
  })

  it("goes on with the next item that is not done, around the end", () => {
    const items = [item(1), item(2), item(3)]
    const done =
      (...ids: string[]) =>
      (id: string) =>
        (ids.includes(id) ? "done" : "open") as "done" | "open"
    expect(nextOpen(items, done("i1"), 0)).toBe(1)
    expect(nextOpen(items, done("i2", "i3"), 1)).toBe(0)
    expect(nextOpen(items, done("i1", "i2", "i3"), 2)).toBe(2)
  })

  it("offers choices and short ranges as buttons, wide ranges as a field", () => {
    const of = (framework: typeof RICE, key: string) =>
      choicesOf(framework.criteria.find((criterion) => criterion.key === key)!)
    expect(of(RICE, "impact")?.map(({ value, label }) => `${value} ${label}`)).toEqual([
      "0.25 Minimal",
      "0.5 Low",
      "1 Medium",
      "2 High",
      "3 Massive",
    ])
    expect(of(ICE, "ease")).toHaveLength(10)
    expect(of(WSJF, "job_size")?.every(({ label }) => label === "")).toBe(true)
    expect(of(RICE, "reach")).toBeNull()
  })
})

describe("words", () => {
  it("for the timer, progress, agreement and facts", () => {
    const now = Date.parse("2026-10-13T07:40:00.000Z")
    expect(timeLeft("2026-10-13T07:42:41.000Z", now)).toBe("2:41")
    expect(timeLeft("2026-10-13T07:39:00.000Z", now)).toBe("0:00")
    expect(timeLeft(null, now)).toBeNull()
    expect(progressWords({ joined: 3, finished: 1, here: 2, total: 5 })).toBe("1 of 3 is done")
    expect(progressWords({ joined: 3, finished: 3, here: 2, total: 5 })).toBe("All 3 are done")
    expect(agreementWords({ scorers: 1, items: 5, w: null, icc: null }).order).toBe("not enough scorers")
    expect(agreementWords({ scorers: 3, items: 2, w: null, icc: null }).number).toBe(
      "not enough items scored by all",
    )
    expect(agreementWords({ scorers: 3, items: 5, w: 0.539, icc: -0.1 })).toEqual({
      order: "0.54",
      number: "-0.10",
    })
    expect(factWords({ kind: "taken_over", round: 1, by: "Tomasz", note: "Ines" })).toBe(
      "Tomasz took over from Ines, who was away",
    )
  })

  it("for a plot and a cell of the record", () => {
    const value = WSJF.criteria[0]!
    const entries = [
      entry("b", "i1", [13, 1, 1, 1]),
      entry("a", "i1", [3, 1, 1, 1]),
      entry("c", "i1", [13, 1, 1, 1]),
    ]
    const nameOf = (id: string) => ({ a: "Hugo", b: "Ines", c: "Priya" })[id] ?? id
    const plot = preparePlot(value, entries, nameOf, 13)
    expect(plot.places.map(({ left, people }) => [left, people])).toEqual([
      [33.3, ["Hugo"]],
      [83.3, ["Ines", "Priya"]],
    ])
    expect(plotWords(plot)).toBe("3 by Hugo; 13 by Ines and Priya")
    expect(roundCell(value, entries, nameOf)).toEqual({
      median: "13",
      range: "3–13",
      who: "Ines 13, Hugo 3, Priya 13",
    })
    expect(roundCell(value, [], nameOf)).toBeNull()
  })
})

describe("the start page", () => {
  it("begins with the keys of the address, else with its filter, else with nothing", () => {
    const of = (query: string) => selectionOf(new URLSearchParams(query))
    expect(of("items=FUL-1, FUL-2,FUL-1,")).toEqual({ keys: ["FUL-1", "FUL-2"] })
    expect(of("label=q4&sort=title&framework=rice")).toMatchObject({ filter: { labels: ["q4"] } })
    const id = "01a1fd5d-ed7c-7364-ab32-630f6d25b2b3"
    expect(of(`ids=${id},nonsense`)).toEqual({ ids: [id] })
    expect(of("")).toEqual({})
  })
})

describe("a live page that loses its connection", () => {
  it("tries again sooner at first, never all at once, and asks by itself only after several tries", () => {
    expect([1, 2, 3, 10].map((failures) => waitBefore(failures, 1))).toEqual([1000, 2000, 4000, 15_000])
    expect(waitBefore(1, 0)).toBe(500)
    expect([1, 3, 4].map(stateAfterFailure)).toEqual(["lost", "lost", "polling"])
    expect(clockOffset("2026-10-13T07:40:01.000Z", Date.parse("2026-10-13T07:40:00.000Z"))).toBe(1000)
    expect(liveAddress("northmark", "workshop:1", 4)).toBe(
      "/api/v1/live?workspace=northmark&topic=workshop%3A1&since=4",
    )
  })
})
