import { describe, expect, it } from "vitest"
import {
  applyWords,
  mergeGuess,
  previewWords,
  retarget,
  samplesOf,
  sizeWords,
  withWord,
  wordRows,
} from "@/components/backlog/import/prepare-import"
import { readLines } from "@/components/backlog/import/read-lines"
import { type ImportMapping, importMappingSchema } from "@/server/backlog/domain/import/mapping"

const mapping: ImportMapping = importMappingSchema.parse({
  columns: [
    { header: "Summary", target: "title" },
    { header: "Name", target: "custom" },
    { header: "State", target: "status" },
  ],
  statuses: { "in progress": "doing" },
})
const targets = ({ columns }: ImportMapping) => columns.map(({ target }) => target)

describe("mapping columns", () => {
  it("takes a target that fits one column from the other", () => {
    expect(targets(retarget(mapping, "Name", "title"))).toEqual(["custom", "title", "status"])
  })

  it("lets several columns be labels, custom or left out", () => {
    const labels = retarget(retarget(mapping, "Name", "labels"), "State", "labels")
    expect(targets(labels)).toEqual(["title", "labels", "labels"])
  })

  it("keeps words chosen by hand when words are guessed anew", () => {
    const chosen = withWord(mapping, "statuses", "In-Progress", "review")
    const merged = mergeGuess(chosen, { ...mapping, statuses: { "in progress": "doing", closed: "done" } })
    expect(merged.statuses).toEqual({ "in progress": "review", closed: "done" })
  })
})

describe("words", () => {
  it("stand with the unknown ones first, and stay there once they are chosen", () => {
    const chosen = withWord(mapping, "statuses", "Sleeping", "refine")
    expect(wordRows("statuses", chosen, ["Sleeping", "Lost"])).toEqual([
      { word: "Sleeping", value: "refine", guessed: false },
      { word: "Lost", value: "", guessed: false },
      { word: "in progress", value: "doing", guessed: true },
    ])
  })

  it("may mean nothing again", () => {
    expect(withWord(mapping, "statuses", "In progress", "").statuses).toEqual({})
  })
})

describe("words of the wizard", () => {
  it("counts every row of the file", () => {
    const counts = { rows: 1381, creates: 1380, updates: 0, unchanged: 0, errors: 1 }
    expect(previewWords(counts)).toBe(
      "1,381 rows: 1,380 to create, 0 to update, 0 unchanged, 1 with an error",
    )
    expect([applyWords({ creates: 1, updates: 0 }), applyWords({ creates: 2, updates: 1 })]).toEqual([
      "Create 1 item",
      "Create 2 and update 1 item",
    ])
    expect([sizeWords(999), sizeWords(412_300), sizeWords(12_400_000)]).toEqual([
      "999 bytes",
      "412 kB",
      "12.4 MB",
    ])
  })

  it("shows different first values, cut", () => {
    const samples = [
      { row: 2, cells: { A: "x" } },
      { row: 3, cells: { A: "x" } },
      { row: 4, cells: { A: "y".repeat(99) } },
    ]
    const shown = samplesOf({ samples }, "A")
    expect(shown).toBe(`x · ${"y".repeat(60)}…`)
    expect(samplesOf({ samples }, "B")).toBe("")
  })
})

describe("lines of a stream", () => {
  async function* pieces(texts: (string | Uint8Array)[]) {
    for (const text of texts) yield typeof text === "string" ? new TextEncoder().encode(text) : text
  }
  const all = (texts: (string | Uint8Array)[]) => Array.fromAsync(readLines(pieces(texts)))

  it("come whole, however the pieces are cut", async () => {
    expect(await all(['{"done":1}\n{"do', 'ne":2}\n', "\n", '{"result":{}}'])).toEqual([
      '{"done":1}',
      '{"done":2}',
      '{"result":{}}',
    ])
    const bytes = new TextEncoder().encode("é\n")
    expect(await all([bytes.slice(0, 1), bytes.slice(1)])).toEqual(["é"])
    expect(await all([])).toEqual([])
  })
})
