import { describe, expect, it } from "vitest"
import {
  byRank,
  columnId,
  countWords,
  findCard,
  grownColumn,
  hasMore,
  homeOf,
  moveCard,
  neighbourFor,
  placeWords,
  stepOver,
  targetOver,
} from "@/components/backlog/board/prepare-board"
import type { Board } from "@/components/backlog/item-data"
import type { ItemStatus } from "@/server/backlog/domain/item"
import { boardOf } from "./backlog-cards"

const board = boardOf({ ready: ["1", "3", "5"], doing: ["2", "4"] })
const ids = (from: Board, status: ItemStatus) =>
  from.columns.find((column) => column.status === status)?.items.map(({ id }) => id)
const total = (from: Board, status: ItemStatus) =>
  from.columns.find((column) => column.status === status)?.total

describe("hovering", () => {
  it("takes the place of a card in the own column", () => {
    expect(targetOver(board, "1", "3", false)).toEqual({ status: "ready", beforeId: "5" })
    expect(targetOver(board, "1", "5", false)).toEqual({ status: "ready", beforeId: null })
    expect(targetOver(board, "5", "1", true)).toEqual({ status: "ready", beforeId: "1" })
  })

  it("goes above or below a card of another column, or to its end", () => {
    expect(targetOver(board, "1", "2", false)).toEqual({ status: "doing", beforeId: "2" })
    expect(targetOver(board, "1", "2", true)).toEqual({ status: "doing", beforeId: "4" })
    expect(targetOver(board, "1", "4", true)).toEqual({ status: "doing", beforeId: null })
    expect(targetOver(board, "1", columnId("review"), false)).toEqual({ status: "review", beforeId: null })
  })

  it("over itself is home", () => {
    expect(targetOver(board, "3", "3", false)).toEqual(homeOf(findCard(board, "3")!))
  })

  it("over nothing known is nowhere", () => {
    expect(targetOver(board, "1", "gone", false)).toBeNull()
  })
})

describe("a move", () => {
  it("changes state, place and both counts", () => {
    const moved = moveCard(board, "3", { status: "doing", beforeId: "4" })
    expect(ids(moved, "doing")).toEqual(["2", "3", "4"])
    expect(ids(moved, "ready")).toEqual(["1", "5"])
    expect([total(moved, "doing"), total(moved, "ready")]).toEqual([3, 2])
    expect(findCard(moved, "3")?.card.status).toBe("doing")
  })

  it("counts cards that are not loaded", () => {
    const long = boardOf({ ready: ["1"], doing: ["2"] }, 40)
    const moved = moveCard(long, "1", { status: "doing", beforeId: null })
    expect([total(moved, "doing"), total(moved, "ready")]).toEqual([42, 40])
  })

  it("within a column keeps the count, and back home is the board as it was", () => {
    const from = findCard(board, "1")!
    const moved = moveCard(board, "1", { status: "ready", beforeId: null })
    expect(ids(moved, "ready")).toEqual(["3", "5", "1"])
    expect(moveCard(moved, "1", homeOf(from))).toEqual(board)
  })

  it("names the neighbour the server orders by; an empty column has none", () => {
    expect(neighbourFor(board, "1", { status: "doing", beforeId: "4" })).toEqual({ beforeId: "4" })
    expect(neighbourFor(board, "1", { status: "doing", beforeId: null })).toEqual({ afterId: "4" })
    expect(neighbourFor(board, "5", { status: "ready", beforeId: null })).toEqual({ afterId: "3" })
    expect(neighbourFor(board, "1", { status: "review", beforeId: null })).toBeNull()
  })

  it("keeps the rank for people who may not order", () => {
    expect(byRank(board, findCard(board, "3")!.card, "doing")).toEqual({ status: "doing", beforeId: "4" })
    expect(byRank(board, findCard(board, "5")!.card, "doing")).toEqual({ status: "doing", beforeId: null })
  })

  it("is spoken with its place", () => {
    expect(placeWords(board, "1", { status: "doing", beforeId: "4" })).toBe("Doing, place 2 of 3")
    expect(placeWords(board, "1", homeOf(findCard(board, "1")!))).toBe("Ready, place 1 of 3")
  })
})

describe("a long column", () => {
  const [column] = boardOf({ idea: ["1", "2"] }, 498).columns
  const long = { ...column!, hasMoreThanCounted: true }

  it("says that it was counted only so far", () => {
    expect([countWords(long), hasMore(long)]).toEqual(["500+", true])
  })

  it("is known in full once fewer cards come than were asked for", () => {
    const more = boardOf({ idea: ["2", "3"] }).columns[0]!.items
    const grown = grownColumn(long, more)
    expect(grown.items.map(({ id }) => id)).toEqual(["1", "2", "3"])
    expect([countWords(grown), hasMore(grown)]).toEqual(["3", false])
  })
})

describe("arrow keys", () => {
  const open: ReadonlySet<ItemStatus> = new Set()

  it("step through the cards of a column and to its end", () => {
    expect(stepOver(board, open, "1", "ArrowDown")).toBe("3")
    expect(stepOver(board, open, "5", "ArrowDown")).toBe(columnId("ready"))
    expect(stepOver(board, open, columnId("ready"), "ArrowDown")).toBe(columnId("ready"))
    expect(stepOver(board, open, "1", "ArrowUp")).toBe("1")
  })

  it("go sideways at the same height, to the end of shorter columns, not over the edge", () => {
    expect(stepOver(board, open, "3", "ArrowRight")).toBe("4")
    expect(stepOver(board, open, "5", "ArrowRight")).toBe(columnId("doing"))
    expect(stepOver(board, open, "1", "ArrowLeft")).toBe(columnId("refine"))
    expect(stepOver(board, open, columnId("idea"), "ArrowLeft")).toBe(columnId("idea"))
  })

  it("find a folded column as a whole", () => {
    const done = boardOf({ review: ["1"], done: ["2", "3"] })
    expect(stepOver(done, new Set<ItemStatus>(["done"]), "1", "ArrowRight")).toBe(columnId("done"))
  })
})
