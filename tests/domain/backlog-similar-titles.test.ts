import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { similarity, similarPairs, similarTo, trigramsOf } from "@/server/backlog/domain/similar-titles"

const of = (a: string, b: string) => similarity(trigramsOf(a), trigramsOf(b))

describe("similarity of titles", () => {
  it("is that of pg_trgm", () => {
    expect([...trigramsOf("cat")]).toEqual(["  c", " ca", "cat", "at "])
    // The example of the PostgreSQL manual, F.35: similarity('word', 'two words') = 0.36363637.
    expect(of("word", "two words")).toBeCloseTo(4 / 11, 10)
    expect(of("Carrier poll", "poll, CARRIER!")).toBe(1)
    expect(of("", "x")).toBe(0)
    expect(of("!!!", "???")).toBe(0)
  })

  it("finds the nearest titles, best first", () => {
    const others = [
      "Predict promise for click and collect",
      "Promise for click-and-collect orders",
      "Cost per order",
    ]
    const found = similarTo(
      "Predict promise for click-and-collect orders",
      others.map((title, index) => ({ id: String(index), title })),
    )
    expect(found.map(({ id }) => id)).toEqual(["1", "0"])
  })
})

describe("pairs of similar titles", () => {
  const word = fc.constantFrom("promise", "carrier", "poll", "cost", "order", "fresh", "late", "the")
  const title = fc.array(word, { minLength: 0, maxLength: 5 }).map((words) => words.join(" "))

  it("are exactly those that comparing everything with everything finds", () => {
    fc.assert(
      fc.property(fc.array(title, { maxLength: 25 }), fc.constantFrom(0.3, 0.55, 0.8, 1), (titles, from) => {
        const texts = titles.map((text, index) => ({ id: `${index}`, title: text }))
        const all: string[] = []
        for (let i = 0; i < titles.length; i++)
          for (let j = i + 1; j < titles.length; j++)
            if (of(titles[i]!, titles[j]!) >= from) all.push(`${i} ${j}`)
        const found = similarPairs(texts, from).map(({ a, b }) => [a, b].sort((x, y) => +x - +y).join(" "))
        expect(found.sort()).toEqual(all.sort())
      }),
    )
  })
})
