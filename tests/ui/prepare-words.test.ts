import { describe, expect, it } from "vitest"
import { confirmProblem } from "@/components/ui/prepare-confirm"
import { initials } from "@/components/ui/prepare-initials"
import { keyCaps } from "@/components/ui/prepare-key-caps"
import { chosenWords, matchingOptions } from "@/components/ui/prepare-options"
import { exactTime, relativeTime, shortDate, weekdayDate } from "@/components/ui/prepare-relative-time"

const now = "2026-10-13T07:40:00.000Z"

describe("relativeTime", () => {
  it.each([
    ["2026-10-13T07:39:30.000Z", "just now"],
    ["2026-10-13T07:40:30.000Z", "in a moment"],
    ["2026-10-13T07:35:00.000Z", "5 min ago"],
    ["2026-10-13T10:40:00.000Z", "in 3 h"],
    ["2026-10-11T06:10:00.000Z", "2 days ago"],
    ["2026-10-12T01:00:00.000Z", "yesterday"],
    ["2026-10-13", "today"],
    ["2026-10-14", "tomorrow"],
    ["2026-10-16", "in 3 days"],
    ["2026-03-12", "12 Mar 2026"],
    ["not a date", "not a date"],
  ])("%s is %s", (iso, words) => expect(relativeTime(iso, now)).toBe(words))

  it("counts days where the reader is", () => {
    expect(relativeTime("2026-10-11T22:30:00.000Z", now, "Europe/Berlin")).toBe("yesterday")
    expect(relativeTime("2026-10-11T22:30:00.000Z", now)).toBe("2 days ago")
  })
})

describe("dates", () => {
  it("are short, and exact in the title", () => {
    expect(shortDate("2026-09-30")).toBe("30 Sep 2026")
    expect(shortDate("2026-09-30", now)).toBe("30 Sep")
    expect(shortDate("2027-01-02", now)).toBe("2 Jan 2027")
    expect(weekdayDate("2026-10-16")).toBe("Fri 16 Oct")
    expect(exactTime("2026-10-11T06:10:00.000Z")).toBe("Sun 11 Oct 2026, 06:10 UTC")
    expect(exactTime("2026-10-11")).toBe("Sun 11 Oct 2026")
  })
})

describe("words of controls", () => {
  it("initials", () => {
    expect(["Ines Moreau", "Karin van der Aalto", "ösel", "  ", "😀 B"].map(initials)).toEqual([
      "IM",
      "KA",
      "ÖS",
      "?",
      "😀B",
    ])
  })

  it("key caps", () => {
    expect(keyCaps("alt+ArrowUp")).toEqual(["Alt", "↑"])
    expect(keyCaps("mod+k")).toEqual(["Ctrl", "K"])
    expect(keyCaps("g b")).toEqual(["g", "b"])
    expect(keyCaps("+")).toEqual(["+"])
  })

  it("options match by every word, without accents", () => {
    const options = [
      { value: "1", label: "Délivery promise", hint: "FUL" },
      { value: "2", label: "Store stock" },
    ]
    expect(matchingOptions(options, "promise ful").map((option) => option.value)).toEqual(["1"])
    expect(matchingOptions(options, "deliv")).toHaveLength(1)
    expect(matchingOptions(options, "", 1)).toHaveLength(1)
    expect(chosenWords(options, [])).toBe("any")
    expect(chosenWords(options, ["2", "1"])).toBe("Store stock or Délivery promise")
    expect(chosenWords(options, ["2", "1", "gone"])).toBe("Store stock and 2 more")
  })

  it("a destructive act needs its reason or the exact name", () => {
    expect(confirmProblem({ kind: "name", name: "Fulfilment" }, "fulfilment")).toContain("Fulfilment")
    expect(confirmProblem({ kind: "name", name: "Fulfilment" }, " Fulfilment ")).toBeUndefined()
    expect(confirmProblem({ kind: "reason" }, " a ")).toContain("at least 3")
    expect(confirmProblem({ kind: "none" }, "")).toBeUndefined()
  })
})
