import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { htmlToMarkdown } from "@/server/dpia/domain/rich-text/html-to-markdown"
import { markdownToHtml } from "@/server/dpia/domain/rich-text/markdown-to-html"
import { sanitiseHtml } from "@/server/dpia/domain/rich-text/print-html"

const pieces = fc.constantFrom(
  ...[
    "<",
    ">",
    "</",
    "/>",
    "&",
    ";",
    "&lt;",
    "&#60;",
    "&amp;lt;",
    '"',
    "'",
    "=",
    " ",
    "\n",
    "script",
    "<script>",
    "</script>",
  ],
  ...[
    "<p>",
    "</p>",
    "<li>",
    "<ul>",
    "</ul>",
    "<a href=",
    '<a href="https://a.b">',
    "</a>",
    "<b",
    "<br/>",
    "<!--",
    "-->",
  ],
  ...[
    "<img src=x onerror=alert(1)>",
    "javascript:",
    "<svg/onload=1>",
    "<td>",
    "<table>",
    "text",
    "é",
    "&eacute;",
    "&nbsp;",
    "<![CDATA[",
  ],
)
const html = fc.oneof(
  fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join("")),
  fc.string({ maxLength: 80 }),
)

/** What the output may consist of: escaped text and tags of the list, a link with one safe address. */
const SAFE =
  /^(?:[^<>]|<\/?(?:p|h[1-6]|blockquote|pre|div|table|ul|ol|br|hr|strong|b|em|i|u|s|sub|sup|code|li|a|thead|tbody|tfoot|tr|td|th)>|<a href="(?:https?:\/\/|mailto:)[^"<>\s]*">)*$/i

describe("HTML from a file", () => {
  it("comes out as escaped text and known tags, whatever went in, and the same the second time", () => {
    fc.assert(
      fc.property(html, (dirty) => {
        const clean = sanitiseHtml(dirty)
        expect(clean).toMatch(SAFE)
        expect(sanitiseHtml(clean)).toBe(clean)
      }),
      { numRuns: 2000 },
    )
  })

  it.each([
    ["<p>Hello <b>world</b></p>", "<p>Hello <b>world</b></p>"],
    ["<script>alert(1)</script>after", "after"],
    ["<SCRIPT src=x>alert(1)</ScRiPt >after", "after"],
    ["<scr<script>ipt>alert(1)</script>", "ipt&gt;alert(1)"],
    ["<img src=x onerror=alert(1)>text", "text"],
    ['<p onclick="alert(1)" style="x">a</p>', "<p>a</p>"],
    ['<a href="javascript:alert(1)">x</a>', "x"],
    ['<a href="java\tscript:alert(1)">x</a>', "x"],
    ['<a href="&#106;avascript:alert(1)">x</a>', "x"],
    [
      '<a title="a > b" href="https://example.org/?a=1&amp;b=2">x</a>',
      '<a href="https://example.org/?a=1&amp;b=2">x</a>',
    ],
    ["<svg><script>alert(1)</script></svg>b", "b"],
    ["<iframe src=x>", ""],
    ["<p>one<p>two", "<p>one</p><p>two</p>"],
    ["<ul><li>a<li>b<ul><li>c</ul></ul>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>"],
    ["a &lt;script&gt; b", "a &lt;script&gt; b"],
    ["&eacute;t&eacute; &rsquo; &#8364; &unknown;", "été ’ € &amp;unknown;"],
    ["a < b and c > d", "a &lt; b and c &gt; d"],
    ['<p>unclosed <b attr="never', "<p>unclosed &lt;b attr=&quot;never</p>"],
    ["<!-- hidden --><!doctype html><?xml?>x", "x"],
    ["<custom>kept</custom>", "kept"],
  ])("%s → %s", (dirty, clean) => {
    expect(sanitiseHtml(dirty)).toBe(clean)
    expect(sanitiseHtml(dirty)).toMatch(SAFE)
  })

  it("is read in linear time", () => {
    const started = performance.now()
    for (const piece of ["<a ", '<a b="', "<", "<p>", "&amp", "<!--", "</script>", "<script>"]) {
      sanitiseHtml(piece.repeat(200_000))
    }
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe("Markdown for reading and editing", () => {
  it.each([
    ["<p>One</p><p>Two<br>lines</p>", "One\n\nTwo\nlines"],
    ["<div><strong>Bold </strong>and <em>soft</em></div>", "**Bold** and *soft*"],
    ["<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "- a\n- b\n  - c"],
    ["<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"],
    ['<a href="https://example.org">Here</a>', "[Here](https://example.org)"],
    ["<table><tr><th>A</th><td>B</td></tr><tr><td>C</td></tr></table>", "A | B\nC"],
    ["<h2>Title</h2>text", "## Title\n\ntext"],
    ["<blockquote>said</blockquote>", "> said"],
  ])("%s", (html, markdown) => {
    expect(htmlToMarkdown(html)).toBe(markdown)
  })

  it("becomes HTML that sanitising leaves alone", () => {
    expect(markdownToHtml("One **two**\nthree\n\n- a\n- <b>\n\n## Head\n\n[x](https://a.b)")).toBe(
      '<p>One <strong>two</strong><br>three</p><ul><li>a</li><li>&lt;b&gt;</li></ul><h2>Head</h2><p><a href="https://a.b">x</a></p>',
    )
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), (markdown) => {
        const html = markdownToHtml(markdown)
        expect(html).toMatch(SAFE)
        expect(sanitiseHtml(html)).toBe(html)
      }),
    )
  })
})
