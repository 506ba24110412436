import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  changeDays,
  dayHeading,
  dayTitle,
  foldRuns,
  isNews,
  shownKind,
  visitWords,
  waitingState,
  waitingTabs,
} from "@/components/home/prepare-home"
import type { Change } from "@/server/home/domain/change"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"

const NOW = "2026-10-13T07:40:00.000Z"

const thing = (kind: WaitingThing["kind"], due?: string): WaitingThing => ({
  kind,
  id: "1",
  title: "",
  detail: "",
  ...(due && { due }),
  state: "",
  action: { label: "", href: "" },
})
const change = (id: string, at: string, actor = "ines", action = "backlog.moveItem"): Change => ({
  id,
  at,
  actor: { id: actor, name: actor, me: actor === "me" },
  action,
  sentence: [],
})

describe("Home", () => {
  it("says the day, what waits and how much of it is late", () => {
    expect(dayTitle(NOW)).toBe("Tuesday 13 October")
    expect(waitingState([thing("item", "2026-10-12"), thing("score")], false, NOW, "Ines Moreau")).toEqual({
      late: 1,
      words: "2 things wait on you, Ines.",
    })
    expect(waitingState([thing("item")], false, NOW, "Ines").words).toBe("One thing waits on you, Ines.")
    expect(waitingState([thing("item"), thing("item")], true, NOW, "Ines").words).toBe(
      "More than 2 things wait on you, Ines.",
    )
    expect(waitingState([], false, NOW, "Ines").words).toBe("Nothing waits on you, Ines.")
  })

  it("has a tab for each kind that there is, and none when there is one kind only", () => {
    const things = [thing("score"), thing("item"), thing("item")]
    expect(waitingTabs(things, "item", "/nm")).toEqual([
      { label: "All", href: "/nm", count: 3, current: false },
      { label: "Items", href: "/nm?show=item", count: 2, current: true },
      { label: "Scores", href: "/nm?show=score", count: 1, current: false },
    ])
    expect(waitingTabs([thing("item")], undefined, "/nm")).toEqual([])
    expect(shownKind("score")).toBe("score")
    expect(shownKind("constructor")).toBeUndefined()
  })
})

describe("what changed", () => {
  it("stands under days", () => {
    expect(dayHeading("2026-10-13T00:00:00.000Z", NOW)).toBe("Today")
    expect(dayHeading("2026-10-12T23:59:59.000Z", NOW)).toBe("Yesterday")
    expect(dayHeading("2026-10-11T06:10:00.000Z", NOW)).toBe("Sunday 11 Oct")
    expect(dayHeading("2025-10-11T06:10:00.000Z", NOW)).toBe("11 Oct 2025")
    const days = changeDays(
      [change("c", NOW), change("b", "2026-10-12T01:00:00.000Z"), change("a", "2026-10-12T00:00:00.000Z")],
      NOW,
    )
    expect(days.map(({ heading, changes }) => [heading, changes.map(({ id }) => id)])).toEqual([
      ["Today", ["c"]],
      ["Yesterday", ["b", "a"]],
    ])
    expect(visitWords("2026-10-09T18:24:00.000Z", NOW)).toBe("Fri 18:24")
    expect(visitWords("2026-10-13T06:00:00.000Z", NOW)).toBe("today 06:00")
    expect(visitWords("2026-09-09T18:24:00.000Z", NOW)).toBe("9 Sep 2026")
  })

  it("is news when somebody else did it after the last visit", () => {
    expect(isNews(change("a", NOW), "2026-10-13T07:39:00.000Z")).toBe(true)
    expect(isNews(change("a", NOW, "me"), "2026-10-13T07:39:00.000Z")).toBe(false)
    expect(isNews(change("a", NOW), NOW)).toBe(false)
    expect(isNews(change("a", NOW), null)).toBe(false)
  })

  it("folds runs of one person doing one thing, and loses none of them", () => {
    const actor = fc.constantFrom("ines", "priya")
    const action = fc.constantFrom("backlog.moveItem", "scoring.saveScores")
    const all = fc.array(
      fc.tuple(fc.uuid(), actor, action).map(([id, who, what]) => change(id, NOW, who, what)),
    )
    fc.assert(
      fc.property(all, (changes) => {
        const runs = foldRuns(changes)
        expect(runs.flatMap(({ shown, folded }) => [...shown, ...folded])).toEqual(changes)
        for (const { shown, folded } of runs) expect(folded.length === 0 || shown.length === 2).toBe(true)
      }),
    )
    const five = ["1", "2", "3", "4", "5"].map((id) => change(id, NOW))
    expect(foldRuns(five)[0]?.folded).toHaveLength(3)
  })
})
