import { describe, expect, it } from "vitest"
import { daysInColumn, restated, statusName } from "@/components/backlog/board/prepare-board"
import {
  byRank,
  cellId,
  countWords,
  type Folded,
  findCell,
  findPlace,
  grownBoard,
  hasMore,
  homeOf,
  moveCard,
  neighbourFor,
  placeId,
  placeWords,
  stepOver,
  sumWords,
  type Target,
  targetOver,
} from "@/components/backlog/board/prepare-grid"
import { draftOf, rulesOf } from "@/components/backlog/board/prepare-limits"
import { columnLimit, judgeMove, laneLimit } from "@/components/backlog/board/prepare-wip"
import type { Board, WipLimits } from "@/components/backlog/item-data"
import { boardOf, card, lanedBoard } from "./backlog-cards"

const board = boardOf({ ready: ["1", "3", "5"], doing: ["2", "4"] })
const at = (id: string) => placeId(null, id)
const to = (column: string, beforeId: string | null = null, lane: string | null = null): Target => ({
  lane,
  column,
  beforeId,
})
const ids = (from: Board, column: string, lane: string | null = null) =>
  findCell(from, { lane, column })?.items.map(({ id }) => id)
const total = (from: Board, column: string) => from.columns.find((one) => one.column === column)?.total
const move = (from: Board, place: string, target: Target) => moveCard(from, place, target, restated)

describe("hovering", () => {
  it("takes the place of a card in the own column", () => {
    expect(targetOver(board, at("1"), at("3"), false)).toEqual(to("ready", "5"))
    expect(targetOver(board, at("1"), at("5"), false)).toEqual(to("ready"))
    expect(targetOver(board, at("5"), at("1"), true)).toEqual(to("ready", "1"))
  })

  it("goes above or below a card of another column, or to its end", () => {
    expect(targetOver(board, at("1"), at("2"), false)).toEqual(to("doing", "2"))
    expect(targetOver(board, at("1"), at("2"), true)).toEqual(to("doing", "4"))
    expect(targetOver(board, at("1"), at("4"), true)).toEqual(to("doing"))
    expect(targetOver(board, at("1"), cellId(null, "review"), false)).toEqual(to("review"))
  })

  it("over itself is home, over nothing known is nowhere", () => {
    expect(targetOver(board, at("3"), at("3"), false)).toEqual(homeOf(findPlace(board, at("3"))!))
    expect(targetOver(board, at("1"), "gone", false)).toBeNull()
  })
})

describe("a move", () => {
  it("changes state, place and both counts", () => {
    const moved = move(board, at("3"), to("doing", "4"))
    expect(ids(moved, "doing")).toEqual(["2", "3", "4"])
    expect(ids(moved, "ready")).toEqual(["1", "5"])
    expect([total(moved, "doing"), total(moved, "ready")]).toEqual([3, 2])
    expect(findPlace(moved, at("3"))?.card.status).toBe("doing")
  })

  it("counts cards that are not loaded", () => {
    const long = boardOf({ ready: ["1"], doing: ["2"] }, 40)
    const moved = move(long, at("1"), to("doing"))
    expect([total(moved, "doing"), total(moved, "ready")]).toEqual([42, 40])
  })

  it("within a column keeps the count, and back home is the board as it was", () => {
    const from = findPlace(board, at("1"))!
    const moved = move(board, at("1"), to("ready"))
    expect(ids(moved, "ready")).toEqual(["3", "5", "1"])
    expect(move(moved, at("1"), homeOf(from))).toEqual(board)
  })

  it("names the neighbour the server orders by; an empty column has none", () => {
    expect(neighbourFor(board, "1", to("doing", "4"))).toEqual({ beforeId: "4" })
    expect(neighbourFor(board, "1", to("doing"))).toEqual({ afterId: "4" })
    expect(neighbourFor(board, "5", to("ready"))).toEqual({ afterId: "3" })
    expect(neighbourFor(board, "1", to("review"))).toBeNull()
  })

  it("keeps the rank for people who may not order", () => {
    const target = { lane: null, column: "doing" }
    expect(byRank(board, findPlace(board, at("3"))!.card, target)).toEqual(to("doing", "4"))
    expect(byRank(board, findPlace(board, at("5"))!.card, target)).toEqual(to("doing"))
  })

  it("is spoken with its place", () => {
    expect(placeWords(board, at("1"), to("doing", "4"), statusName)).toBe("Doing, place 2 of 3")
  })
})

describe("lanes", () => {
  const lanes = lanedBoard("label", {
    red: { ready: ["1", "2"] },
    blue: { ready: ["2"], doing: ["3"] },
    "": {},
  })

  it("write their field: by label the old one goes and the new one comes", () => {
    const moved = move(lanes, placeId("red", "1"), to("doing", "3", "blue"))
    expect(ids(moved, "doing", "blue")).toEqual(["1", "3"])
    expect(findPlace(moved, placeId("blue", "1"))?.card).toMatchObject({ labels: ["blue"], status: "doing" })
    expect(moved.lanes.map((lane) => lane.total)).toEqual([1, 3, 0])
  })

  it("hold a card once, also where it lay already", () => {
    const moved = move(lanes, placeId("red", "2"), to("doing", null, "blue"))
    expect(ids(moved, "ready", "blue")).toEqual([])
    expect(ids(moved, "doing", "blue")).toEqual(["3", "2"])
    const without = move(lanes, placeId("red", "1"), to("ready", null, null))
    expect(findPlace(without, placeId(null, "1"))?.card.labels).toEqual([])
  })

  it("are reached by arrow keys, folded ones passed over", () => {
    const folded: Folded = { columns: new Set(), lanes: new Set() }
    expect(stepOver(lanes, folded, cellId("red", "ready"), "ArrowDown")).toBe(placeId("blue", "2"))
    expect(stepOver(lanes, folded, placeId("blue", "2"), "ArrowUp")).toBe(cellId("red", "ready"))
    expect(stepOver(lanes, folded, placeId("blue", "2"), "ArrowRight")).toBe(placeId("blue", "3"))
    const shut: Folded = { ...folded, lanes: new Set(["blue"]) }
    expect(stepOver(lanes, shut, cellId("red", "ready"), "ArrowDown")).toBe(cellId(null, "ready"))
  })
})

describe("a long column", () => {
  const one = { lane: null, column: "idea" }

  it("says that it was counted only so far, and is known in full once fewer cards come than were asked for", () => {
    const long = boardOf({ idea: ["1", "2"] }, 498, true)
    expect([countWords(long.columns[0]!), hasMore(findCell(long, one)!)]).toEqual(["500+", true])
    const grown = grownBoard(long, one, [card("2", "idea"), card("3", "idea")])
    expect(ids(grown, "idea")).toEqual(["1", "2", "3"])
    expect([countWords(grown.columns[0]!), hasMore(findCell(grown, one)!)]).toEqual(["3", false])
  })

  it("adds up what is estimated and says what is not", () => {
    expect(sumWords({ total: 3, sum: 8, unestimated: 1 })).toEqual({
      short: "8",
      long: "Estimates add up to 8, 1 of 3 not estimated",
    })
    expect(sumWords({ total: 3, sum: 0, unestimated: 3 })).toBeNull()
  })
})

describe("arrow keys", () => {
  const open: Folded = { columns: new Set(), lanes: new Set() }

  it("step through the cards of a column and to its end", () => {
    expect(stepOver(board, open, at("1"), "ArrowDown")).toBe(at("3"))
    expect(stepOver(board, open, at("5"), "ArrowDown")).toBe(cellId(null, "ready"))
    expect(stepOver(board, open, cellId(null, "ready"), "ArrowDown")).toBe(cellId(null, "ready"))
    expect(stepOver(board, open, at("1"), "ArrowUp")).toBe(at("1"))
  })

  it("go sideways at the same height, to the end of shorter columns, not over the edge", () => {
    expect(stepOver(board, open, at("3"), "ArrowRight")).toBe(at("4"))
    expect(stepOver(board, open, at("5"), "ArrowRight")).toBe(cellId(null, "doing"))
    expect(stepOver(board, open, at("1"), "ArrowLeft")).toBe(cellId(null, "refine"))
    expect(stepOver(board, open, cellId(null, "idea"), "ArrowLeft")).toBe(cellId(null, "idea"))
  })

  it("find a folded column as a whole", () => {
    const done = boardOf({ review: ["1"], done: ["2", "3"] })
    const folded = { ...open, columns: new Set(["done"]) }
    expect(stepOver(done, folded, at("1"), "ArrowRight")).toBe(cellId(null, "done"))
  })
})

describe("limits", () => {
  const limits: WipLimits = {
    version: 1,
    setBy: "Karin",
    setAt: "2026-10-13T07:40:00.000Z",
    limits: [
      {
        status: "doing",
        per: "column",
        kind: "hard",
        limit: 2,
        exceeded: 0,
        groups: [{ lane: null, name: null, held: 2 }],
      },
      {
        status: "review",
        per: "owner",
        kind: "soft",
        limit: 1,
        exceeded: 0,
        groups: [{ lane: "u1", name: "Priya", held: 1 }],
      },
    ],
  }

  it("refuse or warn before the drop, in the server's words", () => {
    const before = { ...card("1", "ready"), ownerId: "u1" }
    expect(judgeMove(limits, before, restated(before, "doing")).refusal).toContain(
      "Doing holds 2 of at most 2",
    )
    expect(judgeMove(limits, before, restated(before, "review"))).toEqual({
      refusal: undefined,
      warning: "Review of Priya holds 2 of at most 1",
    })
    expect(judgeMove(limits, restated(before, "doing"), before)).toEqual({})
  })

  it("are shown with what they hold", () => {
    expect(columnLimit(limits, "doing")).toMatchObject({ text: "2/2", state: "full" })
    expect(laneLimit(limits, "review", "owner", "u1")).toMatchObject({ text: "1/1" })
    expect(laneLimit(limits, "review", "owner", "u2")).toMatchObject({ text: "0/1", state: "room" })
    expect(columnLimit(limits, "review")).toBeNull()
  })

  it("are filled in one by one, and a slip names its column", () => {
    const drafts = draftOf(limits)
    expect(rulesOf(drafts)).toEqual({
      rules: limits.limits
        .map(({ status, per, kind, limit }) => ({ status, per, kind, limit }))
        .sort((a, b) => a.status.localeCompare(b.status)),
    })
    const wrong = drafts.map((draft) =>
      draft.status === "doing" && draft.per === "column" ? { ...draft, limit: "two" } : draft,
    )
    expect(rulesOf(wrong)).toEqual({ problem: "Doing needs a whole number as its limit" })
  })
})

it("tells how long an open card has been where it is", () => {
  const now = "2026-10-16T07:40:00.000Z"
  expect(daysInColumn(card("1", "doing"), now)).toBe(3)
  expect(daysInColumn(card("1", "done"), now)).toBeNull()
  expect(daysInColumn(card("1", "doing"), "2026-10-13T17:40:00.000Z")).toBeNull()
})
