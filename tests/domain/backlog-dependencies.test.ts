import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { criticalPath } from "@/server/backlog/domain/critical-path"
import {
  circleOf,
  type Dependency,
  findPath,
  inOrder,
  layersOf,
} from "@/server/backlog/domain/dependency-graph"

const edge = (text: string): Dependency => ({ from: text[0]!, to: text[1]! })
const edges = (text: string) => text.split(" ").filter(Boolean).map(edge)

const NAMES = ["a", "b", "c", "d", "e", "f"]
const graphs = fc.uniqueArray(
  fc
    .tuple(fc.nat(5), fc.nat(5))
    .filter(([x, y]) => x !== y)
    .map(([x, y]) => ({ from: NAMES[x]!, to: NAMES[y]! })),
  { selector: ({ from, to }) => from + to, maxLength: 14 },
)
/** Only from a smaller to a larger letter: no circles. */
const acyclic = graphs.map((list) => list.filter(({ from, to }) => from < to))
const estimates = fc.tuple(...NAMES.map(() => fc.option(fc.nat(20), { nil: null })))

/** Every way without repeated items, by trying them all. */
function waysFrom(list: readonly Dependency[], path: string[]): string[][] {
  const last = path.at(-1)!
  const onward = list.filter(({ from, to }) => from === last && !path.includes(to))
  return [path, ...onward.flatMap(({ to }) => waysFrom(list, [...path, to]))]
}

describe("circles of dependencies", () => {
  it("are named as the way around", () => {
    expect(circleOf(edges("ab bc"), edge("ca"))).toEqual(["c", "a", "b", "c"])
    expect(circleOf(edges("ab bc"), edge("ac"))).toBeNull()
    expect(circleOf([], edge("aa"))).toEqual(["a", "a"])
  })

  it("are found exactly when trying all ways finds one", () => {
    fc.assert(
      fc.property(graphs, fc.nat(5), fc.nat(5), (list, x, y) => {
        const [from, to] = [NAMES[x]!, NAMES[y]!]
        const ways = waysFrom(list, [to]).filter((path) => path.at(-1) === from)
        const found = findPath(list, to, from)
        expect(found !== null).toBe(ways.length > 0)
        if (found) expect(found.length).toBe(Math.min(...ways.map((path) => path.length)))
        expect(circleOf(list, { from, to }) !== null).toBe(ways.length > 0)
      }),
    )
  })
})

describe("the order of work", () => {
  it("puts everything after what it waits for, and leaves circles out", () => {
    expect(inOrder(NAMES, edges("ba cb"))).toEqual(["c", "d", "e", "f", "b", "a"])
    expect(inOrder(["a", "b", "c"], edges("ab ba bc"))).toEqual([])
    fc.assert(
      fc.property(acyclic, (list) => {
        const order = inOrder(NAMES, list)
        expect([...order].sort()).toEqual(NAMES)
        for (const { from, to } of list) expect(order.indexOf(from)).toBeLessThan(order.indexOf(to))
      }),
    )
  })

  it("draws each item right of what it waits for", () => {
    expect([...layersOf(["a", "b", "c"], edges("ab bc ac"))]).toEqual([
      ["a", 0],
      ["b", 1],
      ["c", 2],
    ])
  })
})

describe("the critical path", () => {
  const of = (...values: (number | null)[]) => values.map((estimate, i) => ({ id: NAMES[i]!, estimate }))

  it("is the longest chain by estimate, not by number of items", () => {
    expect(criticalPath(of(1, 20, 1, 1), edges("ab ac cd"))).toEqual({
      ids: ["a", "b"],
      length: 21,
      missing: [],
    })
  })

  it("names items without an estimate, and prefers the longer chain among equals", () => {
    expect(criticalPath(of(3, null, 5), edges("ab bc ac"))).toEqual({
      ids: ["a", "b", "c"],
      length: 8,
      missing: ["b"],
    })
  })

  it("is empty when nothing waits for anything", () => {
    expect(criticalPath(of(3, 5), [])).toEqual({ ids: [], length: 0, missing: [] })
    expect(criticalPath(of(3), edges("ab"))).toEqual({ ids: [], length: 0, missing: [] })
  })

  it("agrees with trying all chains", () => {
    fc.assert(
      fc.property(acyclic, estimates, (list, values) => {
        const items = of(...values)
        const lengthOf = (path: string[]) =>
          path.reduce((sum, id) => sum + (items.find((item) => item.id === id)?.estimate ?? 0), 0)
        const chains = NAMES.flatMap((id) => waysFrom(list, [id])).filter((path) => path.length > 1)
        const found = criticalPath(items, list)
        expect(found.length).toBe(Math.max(0, ...chains.map(lengthOf)))
        expect(lengthOf(found.ids)).toBe(found.length)
        expect(found.ids.length === 0).toBe(chains.length === 0)
      }),
    )
  })
})
