import fc from "fast-check"
import { renderToStaticMarkup as render } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { Markdown } from "@/components/ui/markdown"
import { safeLink } from "@/components/ui/prepare-safe-link"

const html = (text: string) => render(<Markdown text={text} />)

describe("Markdown", () => {
  it("shows HTML as text, never as HTML", () => {
    const shown = html('<script>alert(1)</script> <img src=x onerror="alert(1)"> List<String>')
    expect(shown).not.toMatch(/<script|<img/)
    expect(shown).toContain("List&lt;String&gt;")
  })

  it("keeps only addresses that cannot run anything", () => {
    const shown = html(
      "[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,x) <javascript:alert(1)> [d](vbscript:x) ![e](javascript:x)",
    )
    expect(shown).not.toMatch(/href="(?!https?:|mailto:|\/|#)/)
    expect(html("[a](https://example.org/x)")).toContain(
      'href="https://example.org/x" rel="noopener noreferrer nofollow"',
    )
  })

  it("loads no picture from elsewhere", () => {
    expect(html("![chart](https://example.org/c.png)")).not.toContain("<img")
    expect(html("![chart](https://example.org/c.png)")).toContain("Picture: chart")
  })

  it("leaves h1 and h2 to the page and names task boxes", () => {
    expect(html("# A\n## B")).toBe('<div class="prose"><h3>A</h3>\n<h4>B</h4></div>')
    expect(html("- [x] done")).toContain('aria-label="Done"')
  })

  it("never lets a scheme through that is not allowed", () => {
    const noise = fc.constantFrom("", " ", "\t", "\n", "\u0000", "\u0001")
    const scheme = fc.constantFrom("javascript:", "data:", "vbscript:", "file:", "JAVASCRIPT:")
    fc.assert(
      fc.property(noise, scheme, noise, fc.string(), (before, word, inside, rest) => {
        const dirty = before + word.slice(0, 3) + inside + word.slice(3) + rest
        expect(safeLink(dirty)).toBeUndefined()
      }),
    )
  })

  it("takes relative addresses, but not ones that leave the host unseen", () => {
    expect(safeLink("/demo/backlog?x=1:2")).toBe("/demo/backlog?x=1:2")
    expect(safeLink("#top")).toBe("#top")
    expect(safeLink("//evil.example")).toBeUndefined()
    expect(safeLink("/\\evil.example")).toBeUndefined()
  })
})
