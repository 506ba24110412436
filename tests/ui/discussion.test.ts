import { describe, expect, it } from "vitest"
import {
  criticalWords,
  type Dependencies,
  drawingOf,
  NODE,
} from "@/components/backlog/dependencies/prepare-dependencies"
import { relationGroups } from "@/components/backlog/item/prepare-relations"
import { askedAt, peopleFor, withName } from "@/components/discussion/prepare-mention"
import { mergeEntries } from "@/components/discussion/prepare-timeline"

describe("a name being written", () => {
  it("is asked for after an @ that begins a word", () => {
    expect(askedAt("Hello @to", 9)).toEqual({ start: 6, typed: "to" })
    expect(askedAt("@", 1)).toEqual({ start: 0, typed: "" })
    expect(askedAt("@Tomasz Bie later", 11)).toEqual({ start: 0, typed: "Tomasz Bie" })
    expect(askedAt("mail@to", 7)).toBeNull()
    expect(askedAt("@to\nnext", 8)).toBeNull()
    expect(askedAt("@one two three four", 19)).toBeNull()
  })

  it("finds people by any word of their name, without accents, and no longer once it is whole", () => {
    const people = [
      { id: "1", name: "Tomasz Bielak" },
      { id: "2", name: "Jan Novák" },
    ]
    expect(peopleFor("nova", people).map(({ id }) => id)).toEqual(["2"])
    expect(peopleFor("", people)).toHaveLength(2)
    expect(peopleFor("tomasz bielak", people)).toEqual([])
    expect(withName("Hi @no there", 6, { start: 3, typed: "no" }, "Jan Novák")).toEqual({
      text: "Hi @Jan Novák there",
      caret: 14,
    })
  })
})

describe("comments and changes", () => {
  const comment = (id: string, createdAt: string) => ({ id, createdAt }) as never
  const event = (id: string, occurredAt: string, action = "backlog.moveItem") => ({ id, occurredAt, action })
  const entries = (shown: "all" | "comments" | "changes") =>
    mergeEntries(
      [comment("c1", "2026-10-01"), comment("c2", "2026-10-03")],
      [
        event("e2", "2026-10-02"),
        event("e1", "2026-09-30"),
        event("said", "2026-10-03", "discussion.addComment"),
      ],
      shown,
    ).map(({ id }) => id)

  it("stand in one line of time, newest first; a comment is not told twice", () => {
    expect(entries("all")).toEqual(["c2", "e2", "c1", "e1"])
    expect(entries("comments")).toEqual(["c2", "c1"])
    expect(entries("changes")).toEqual(["e2", "e1"])
  })
})

const node = (id: string, layer: number, more: object = {}) => ({
  id,
  key: id.toUpperCase(),
  title: id,
  status: "ready",
  estimate: 3,
  layer,
  inside: true,
  archivedAt: null,
  ...more,
})

describe("the drawing of dependencies", () => {
  const data = {
    items: [node("a", 0), node("b", 0), node("c", 1), node("d", 1)],
    dependencies: [
      { from: "b", to: "c" },
      { from: "a", to: "d" },
    ],
    critical: { ids: ["a", "d"], length: 3, missing: ["d"] },
    more: false,
  } as unknown as Dependencies

  it("stands in columns without crossings where that is possible", () => {
    const { nodes, lines, width, height } = drawingOf(data)
    const at = Object.fromEntries(nodes.map(({ id, x, y }) => [id, [x, y]]))
    const [right, down] = [NODE.width + NODE.across, NODE.height + NODE.down]
    expect(at).toEqual({ a: [0, 0], b: [0, down], c: [right, down], d: [right, 0] })
    expect([width, height]).toEqual([right + NODE.width, down + NODE.height])
    expect(lines.map(({ id, critical }) => [id, critical])).toEqual([
      ["b c", false],
      ["a d", true],
    ])
    expect(drawingOf({ ...data, items: [], dependencies: [] }).lines).toEqual([])
  })

  it("tells the critical path as at least, naming what nobody estimated", () => {
    expect(criticalWords(data)).toEqual({ length: "at least 3", keys: ["A", "D"], missing: ["D"] })
    expect(criticalWords({ ...data, critical: { ids: [], length: 0, missing: [] } })).toBeNull()
  })
})

describe("relations of an item", () => {
  it("stand by their word, what is still open first", () => {
    const related = [
      { ...node("x", 0, { status: "done" }), word: "blocked_by" },
      { ...node("y", 0), word: "blocked_by" },
      { ...node("z", 0, { archivedAt: "2026-10-01" }), word: "relates" },
    ] as never
    expect(
      relationGroups(related).map(({ label, items }) => [label, items.map(({ key, open }) => [key, open])]),
    ).toEqual([
      [
        "Is blocked by",
        [
          ["Y", true],
          ["X", false],
        ],
      ],
      ["Relates to", [["Z", false]]],
    ])
  })
})
