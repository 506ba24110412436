import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { linkPieces } from "@/server/home/domain/change"
import { afterName } from "@/server/products/domain/activity"

describe("a sentence about a change", () => {
  it("leads to what it names, the longer name first", () => {
    const targets = [
      { words: ["FUL-20"], href: "/20" },
      { words: ["FUL-207", "Retry"], href: "/207" },
    ]
    expect(linkPieces("moved FUL-207 to Doing", targets)).toEqual([
      { text: "moved " },
      { text: "FUL-207", href: "/207" },
      { text: " to Doing" },
    ])
    expect(linkPieces("FUL-207", [{ words: ["FUL-20"], href: "/20" }])).toEqual([{ text: "FUL-207" }])
    expect(linkPieces("adopted an order", targets)).toEqual([{ text: "adopted an order" }])
    expect(linkPieces("FUL-20", [{ words: [""], href: "/x" }])).toEqual([{ text: "FUL-20" }])
  })

  it("is complete when its pieces are put together", () => {
    const words = fc.array(
      fc.record({ words: fc.array(fc.string({ maxLength: 3 })), href: fc.constant("/x") }),
    )
    fc.assert(
      fc.property(fc.string(), words, (sentence, targets) => {
        const pieces = linkPieces(sentence, targets)
        expect(pieces.map((piece) => piece.text).join("")).toBe(sentence)
      }),
    )
  })

  it("reads on after a name", () => {
    expect(afterName("Moved FUL-12 to Doing")).toBe("moved FUL-12 to Doing")
    expect(afterName("FUL-12 was moved")).toBe("FUL-12 was moved")
    expect(afterName("Élargi")).toBe("élargi")
    expect(afterName("")).toBe("")
  })
})
