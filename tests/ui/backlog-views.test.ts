import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { scoreFields } from "@/components/backlog/conditions/prepare-score-fields"
import {
  addAt,
  finished,
  mayNest,
  replaceAt,
  treeProblems,
  withField,
  withOperator,
} from "@/components/backlog/conditions/prepare-tree"
import { conditionWords, nodeWords, withoutPart } from "@/components/backlog/conditions/prepare-words"
import { columnsToAsk, leastWidth, listColumns } from "@/components/backlog/list/prepare-columns"
import {
  type Group,
  groupedLines,
  groupKey,
  groupName,
  groupSum,
} from "@/components/backlog/list/prepare-groups"
import { elsewhere, openView, type SavedView, viewHref } from "@/components/backlog/prepare-view"
import type { Condition, ConditionGroup, Operator } from "@/server/backlog/domain/item-condition"
import { EMPTY_VIEW, type ItemView, parseView } from "@/server/backlog/domain/item-view"
import type { Framework } from "@/server/scoring/domain/framework"

const ask = (field: string, op: Operator, ...values: string[]): Condition => ({ field, op, values })
const group = (value: string | null, count: number): Group => ({
  value,
  label: null,
  count,
  estimate: 0,
  estimated: 0,
})

describe("scores as fields", () => {
  const version = (key: string, number: number, items: number, method = "rice") => ({
    key,
    version: number,
    used: { items },
    definition: { name: key.toUpperCase(), method } as Framework,
  })
  it("are the latest versions, older ones with scores, and none of a method that scores lists", () => {
    const rice = { ...version("rice", 2, 1200), versions: [3, 2, 1].map((n) => version("rice", n, n % 2)) }
    const topsis = { ...version("topsis", 1, 5, "topsis"), versions: [] }
    expect(scoreFields([rice, topsis])).toEqual([
      { value: "score.rice", label: "RICE score", hint: "scored, 1,200" },
      { value: "score.rice.3", label: "RICE score, version 3", hint: "scored, 1" },
      { value: "score.rice.1", label: "RICE score, version 1", hint: "scored, 1" },
    ])
  })
})

describe("lines in groups", () => {
  const groups = [group("a", 3), group("b", 0), group("c", 2), group(null, 4)]

  it("count heads and what open groups hold", () => {
    const lines = groupedLines(groups, new Set(["c"]))
    expect(lines.count).toBe(4 + 3 + 0 + 4)
    const shown = Array.from({ length: lines.count }, (_, at) => {
      const line = lines.lineAt(at)
      return line.kind === "group" ? groupKey(line.group) || "none" : line.place
    })
    expect(shown).toEqual(["a", 0, 1, 2, "b", "c", "none", 5, 6, 7, 8])
    expect(lines.lineOf(3)).toBe(5)
    expect(lines.step(2, 1)).toBe(5)
    expect(lines.step(5, -1)).toBe(2)
    expect(lines.step(8, 1)).toBe(8)
  })

  it("find every place again, however the groups lie", () => {
    const some = fc.array(fc.record({ count: fc.nat(4), shut: fc.boolean() }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(some, (made) => {
        const all = made.map(({ count }, index) => group(`g${index}`, count))
        const closed = new Set(made.flatMap(({ shut }, index) => (shut ? [`g${index}`] : [])))
        const lines = groupedLines(all, closed)
        const places: number[] = []
        for (let at = 0; at < lines.count; at++) {
          const line = lines.lineAt(at)
          if (line.kind === "group") continue
          places.push(line.place)
          expect(lines.lineOf(line.place)).toBe(at)
        }
        const steps: number[] = []
        for (let at = lines.step(-1, 1); at >= 0 && !steps.includes(at); at = lines.step(at, 1))
          steps.push(at)
        expect(steps).toEqual(places)
      }),
    )
  })

  it("are named and summed in words", () => {
    expect(groupName("owner", group(null, 1))).toBe("Nobody")
    expect(groupName("status", group("doing", 1))).toBe("Doing")
    expect(groupName("custom.Team", group(null, 1))).toBe("No Team")
    expect(groupSum({ ...group("a", 3), estimate: 7.5, estimated: 2 })).toBe(
      "3 items, estimate 7.5 (1 without)",
    )
    expect(groupSum(group("a", 1))).toBe("1 item, not estimated")
  })
})

describe("columns", () => {
  it("are the usual ones until somebody chooses", () => {
    expect(listColumns(null).map(({ label }) => label)).toContain("Owner")
    const chosen = listColumns([
      { field: "custom.Team", width: 300 },
      { field: "status", width: null },
    ])
    expect(chosen.map(({ label, width }) => [label, width])).toEqual([
      ["Team", 300],
      ["State", 76],
    ])
    expect(leastWidth(chosen)).toBe(48 + 64 + 260 + 376)
    expect(
      columnsToAsk([
        { field: "status", width: null },
        { field: "custom.Team", width: 90 },
      ]),
    ).toEqual(["custom.Team"])
  })
})

const nameOf = (id: string) => ({ p1: "Priya Raman", "score.rice": "RICE score" })[id] ?? null

describe("conditions in words", () => {
  it.each([
    [ask("custom.Team", "is", "North", "South"), "Team is “North” or “South”"],
    [ask("owner", "not", "me", "p1"), "Owner is not me or Priya Raman"],
    [ask("labels", "all", "a", "b"), "Labels has all of a and b"],
    [ask("due", "next", "1"), "Due is in the next 1 day"],
    [ask("estimate", "between", "1", "8"), "Estimate is between 1 and 8"],
    [ask("quarter", "is", "this", "2027-Q1"), "Quarter is this quarter or 2027-Q1"],
    [ask("archived", "yes"), "Archived"],
    [ask("product", "empty"), "Product is empty"],
    [ask("score.rice", "at_least", "12.5"), "RICE score is at least 12.5"],
    [ask("score.rice", "empty"), "RICE score is not there yet"],
    [ask("score.rice", "not_by_me"), "RICE score is not given by me"],
    [ask("score.own.2", "filled"), "Score in own, version 2 is there"],
  ])("%j", (condition, words) => expect(conditionWords(condition, nameOf)).toBe(words))

  it("put inner groups in brackets, and lose one part at a time", () => {
    const inner: ConditionGroup = { match: "any", of: [ask("owner", "empty"), ask("status", "is", "doing")] }
    const tree: ConditionGroup = { match: "all", of: [ask("due", "filled"), inner] }
    expect(nodeWords(tree, nameOf)).toBe("Due is not empty and (Owner is empty or State is Doing)")
    expect(withoutPart(tree, 0)).toEqual(inner)
    expect(withoutPart(inner, 1)).toEqual({ match: "any", of: [ask("owner", "empty")] })
    expect(withoutPart({ match: "all", of: [ask("due", "empty")] }, 0)).toBeNull()
  })
})

describe("building a tree", () => {
  const inner: ConditionGroup = { match: "any", of: [ask("title", "contains", "x")] }
  const tree: ConditionGroup = { match: "all", of: [ask("due", "empty"), inner] }

  it("changes, adds and removes at a place, and drops groups that are empty then", () => {
    expect(replaceAt(tree, [1, 0], null)).toEqual({ match: "all", of: [ask("due", "empty")] })
    const added = addAt(tree, [1], ask("owner", "empty"))
    expect(nodeWords(added, nameOf)).toBe("Due is empty and (Title contains “x” or Owner is empty)")
    expect([mayNest([]), mayNest([0]), mayNest([0, 0])]).toEqual([true, true, false])
  })

  it("keeps what still fits when field or operator change", () => {
    expect(withField(ask("title", "is", "x"), "status")).toEqual(ask("status", "is"))
    expect(withField(ask("title", "contains", "x"), "estimate")).toEqual(ask("estimate", "is"))
    expect(withOperator(ask("estimate", "between", "1", "5"), "above")).toEqual(ask("estimate", "above", "1"))
    expect(withOperator(ask("due", "before", "2026-01-01"), "last")).toEqual(ask("due", "last"))
  })

  it("says what is missing, and sends nothing that is empty", () => {
    const draft: ConditionGroup = { match: "all", of: [ask("title", "contains", ""), inner] }
    expect([...treeProblems(draft)]).toEqual([["0", "Title needs a value to compare with"]])
    expect(finished({ match: "all", of: [] })).toBeNull()
    expect(finished({ match: "all", of: [inner] })).toEqual(inner)
  })
})

describe("the view in the address", () => {
  const kept: ItemView = { ...EMPTY_VIEW, ...parseView(new URLSearchParams("owner=me&group=quarter")) }
  const saved: SavedView = {
    id: "0199d7a0-0000-7000-8000-000000000001",
    name: "Mine",
    shared: true,
    ownerId: "p1",
    ownerName: "Priya Raman",
    view: kept,
    version: 1,
    updatedAt: "2026-10-13T07:40:00.000Z",
    mayChange: { ok: true },
  }
  const open = (query: string) => openView(new URLSearchParams(query), [saved])
  const href = (query: string, view: ItemView) =>
    viewHref("/n/backlog", view, open(query).saved, new URLSearchParams(query))

  it("is the saved one until something changes, and then holds all of it", () => {
    const own = `view=${saved.id}`
    expect(open(own)).toMatchObject({ view: kept, edited: false, missing: false })
    expect(href(own, kept)).toBe(`/n/backlog?${own}`)
    const changed = href(own, { ...kept, group: null })
    expect(changed).toBe(`/n/backlog?owner=me&${own}&edited=1`)
    expect(open(changed.split("?")[1]!)).toMatchObject({ view: { group: null }, edited: true })
    expect(open(href(own, EMPTY_VIEW).split("?")[1]!)).toMatchObject({ view: EMPTY_VIEW, edited: true })
  })

  it("says when a view is gone", () => {
    expect(open("view=nothing&owner=me")).toMatchObject({ missing: true, saved: null })
    expect(open("view=all").missing).toBe(false)
    expect(href("view=all", EMPTY_VIEW)).toBe("/n/backlog?view=all")
  })

  it("leads to the view that the backlog opens with, and boards to the board", () => {
    const lead = (query: string, view = kept, defaultViewId: string | null = saved.id) =>
      elsewhere("/n/backlog", new URLSearchParams(query), { views: [{ ...saved, view }], defaultViewId })
    expect(lead("")).toBe(`/n/backlog?view=${saved.id}`)
    expect(lead("new=item")).toBe(`/n/backlog?view=${saved.id}&new=item`)
    expect([lead("view=all"), lead("owner=me"), lead("", kept, null)]).toEqual([null, null, null])
    expect(lead(`view=${saved.id}`, { ...kept, group: null, layout: "board" })).toBe(
      `/n/backlog/board?owner=me&view=${saved.id}`,
    )
  })
})
