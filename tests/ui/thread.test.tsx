import { renderToStaticMarkup } from "react-dom/server"
import { describe, expect, it } from "vitest"
import { MiniThread } from "@/components/thread/mini-thread"
import { splitEmphasis } from "@/components/thread/prepare-emphasis"
import { dueWords, hangColumns, thingToDo } from "@/components/thread/prepare-thread"
import { Thread } from "@/components/thread/thread"
import { fourLinks } from "./thread-links"

const now = "2026-10-13T07:40:00.000Z"

describe("thread", () => {
  const html = renderToStaticMarkup(<Thread links={fourLinks} now={now} />)

  it("hangs the weight at the first link that waits, and only there", () => {
    expect(html).toContain("--links:4;--at:2")
    expect(html.match(/class="weight"/g)).toHaveLength(1)
    expect(html).toMatch(/class="link warning here" aria-current="step"><h3><a href="\/d">DPIA/)
    expect(html).toContain("DPO opinion on version 4, from Sofia Lindqvist by Fri 16 Oct")
  })

  it("hangs nothing when every due link holds, but still says how to read it", () => {
    const calm = fourLinks.map((link) => ({ ...link, waits: false }))
    const rendered = renderToStaticMarkup(<Thread links={calm} now={now} />)
    expect(rendered).not.toContain("Where the thread waits")
    expect(rendered).toContain("How to read the thread")
  })

  it("draws a line between links, none after the last", () => {
    expect(html.match(/class="cord h"/g)).toHaveLength(3)
  })

  it("draws any number of links", () => {
    for (const count of [1, 2, 3, 11]) {
      const links = Array.from({ length: count }, (_, at) => ({
        ...fourLinks[0]!,
        id: `${at}`,
        waits: at === count - 1,
      }))
      expect(renderToStaticMarkup(<Thread links={links} now={now} />)).toContain(
        `--links:${count};--at:${count - 1}`,
      )
    }
  })

  it("writes emphasis as <b> and everything else as text", () => {
    const html = renderToStaticMarkup(
      <Thread links={[{ ...fourLinks[0]!, fact: "<i>**1**</i>" }]} now={now} />,
    )
    expect(html).toContain("&lt;i&gt;<b>1</b>&lt;/i&gt;")
  })
})

describe("mini thread", () => {
  it("is an image with a spoken label", () => {
    const html = renderToStaticMarkup(<MiniThread links={fourLinks} />)
    expect(html).toContain(
      'role="img" aria-label="Thread: Health cut, DPIA slack, Review to come; waits at DPIA"',
    )
    expect(html).toContain('viewBox="0 0 44 16"')
  })

  it("says it when all hold", () => {
    expect(renderToStaticMarkup(<MiniThread links={[fourLinks[0]!]} />)).toContain("Thread: every link holds")
  })
})

describe("words and places below the thread", () => {
  it("puts the text left of the weight in the last five of eleven columns", () => {
    expect(hangColumns(11, 2)).toEqual({ side: "right", now: "3 / -1", key: "1 / 3" })
    expect(hangColumns(11, 5).side).toBe("right")
    for (const at of [6, 7, 8, 9, 10])
      expect(hangColumns(11, at)).toEqual({ side: "left", now: `3 / ${at + 1}`, key: "1 / 3" })
  })

  it("moves the key to the right when the weight hangs at the start", () => {
    expect(hangColumns(11, 0)).toEqual({ side: "right", now: "1 / 10", key: "10 / -1" })
    expect(hangColumns(1, 0)).toEqual({ side: "right", now: "1 / -1", key: undefined })
  })

  it("names the day something is owed", () => {
    expect(dueWords("2026-10-16", now)).toEqual({ text: "by 16 Oct", overdue: false })
    expect(dueWords("2026-10-13", now)).toEqual({ text: "today", overdue: false })
    expect(dueWords("2026-10-09", now)).toEqual({ text: "was due 9 Oct", overdue: true })
    expect(dueWords("2027-01-02", now).text).toBe("by 2 Jan 2027")
  })

  it("makes one sentence of the thing to do", () => {
    const link = fourLinks[2]!
    expect(thingToDo({ ...link, owes: { name: "Hugo", by: "2026-10-09" } }, now)).toBe(
      "DPO opinion on version 4, from Hugo, was due Fri 9 Oct",
    )
    expect(thingToDo({ ...link, owes: undefined, next: undefined }, now)).toBe("DPIA waits")
  })

  it("leaves stars without a partner alone", () => {
    expect(splitEmphasis("2 ** 3")).toEqual([
      { id: 0, text: "2 ", strong: false },
      { id: 1, text: " 3", strong: false },
    ])
  })
})
