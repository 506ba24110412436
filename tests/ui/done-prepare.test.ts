import { describe, expect, it } from "vitest"
import {
  checkState,
  missingTitle,
  missingWords,
  reviewProblem,
  standingWords,
  waiverWords,
} from "@/components/dod/prepare-checklist"
import { diffLines, moveCheck, newComputedCheck, newManualCheck } from "@/components/dod/prepare-template"

const NOW = "2026-10-13T07:40:00.000Z"
const kind = {
  id: "documented",
  label: "Documentation filled in",
  why: "",
  subjects: ["item" as const],
  params: [{ name: "words", label: "Words at least", min: 1, max: 99, start: 30 }],
}

describe("a checklist on the page", () => {
  it("has a shape and a word for every state, and tells what reopened from what is still to do", () => {
    const reopened = { at: NOW, reason: "It broke" }
    expect(checkState({ state: "met", reopened: null })).toEqual({ state: "good", word: "Met" })
    expect(checkState({ state: "waived", reopened: null })).toEqual({ state: "warning", word: "Waived" })
    expect(checkState({ state: "open", reopened: null })).toEqual({ state: "later", word: "Open" })
    expect(checkState({ state: "open", reopened })).toEqual({ state: "bad", word: "Reopened" })
    expect(checkState({ state: "unknown", reopened: null })).toEqual({ state: "unknown", word: "Unknown" })
  })

  it("says how far it is", () => {
    expect(standingWords({ total: 7, held: 5, waived: 1, advisoryOpen: 1 })).toBe(
      "5 of 7 required checks hold, 1 by a waiver; 1 advisory check is open",
    )
    expect(missingWords({ total: 7, held: 5 })).toBe("2 of 7 missing")
    expect(missingWords({ total: 7, held: 7 })).toBeNull()
    expect(missingTitle({ missing: ["a", "b"] })).toBe("Missing before done: a; b")
  })

  it("says when a waiver ends", () => {
    const waiver = {
      id: "1",
      state: "running" as const,
      reason: "",
      expiresAt: "2026-10-15T00:00:00.000Z",
      askedByName: "P",
      askedAt: NOW,
      requestId: "2",
      approvedBy: [],
      renewalAsked: false,
    }
    expect(waiverWords(waiver, NOW)).toBe("holds until the end of 2026-10-14, 2 days left")
    expect(waiverWords({ ...waiver, state: "expired" }, NOW)).toBe("ended")
    expect(waiverWords(null, NOW)).toBeNull()
  })

  it("says whose review does not count", () => {
    const who = { ownerId: "owner", authorId: "author" }
    expect(reviewProblem(who, "owner")).toContain("You own it")
    expect(reviewProblem(who, "author")).toContain("You made it")
    expect(reviewProblem(who, "other")).toBeNull()
  })
})

describe("the editor of a version", () => {
  it("moves checks and stops at the ends", () => {
    const checks = [newManualCheck("a"), newManualCheck("b")]
    expect(moveCheck(checks, 0, 1).map(({ key }) => key)).toEqual(["b", "a"])
    expect(moveCheck(checks, 0, -1)).toEqual(checks)
    expect(moveCheck(checks, 1, 1)).toEqual(checks)
  })

  it("starts a computed check with its usual settings, under a key of its own", () => {
    expect(newComputedCheck(kind, new Set(), "x")).toMatchObject({ key: "documented", params: { words: 30 } })
    expect(newComputedCheck(kind, new Set(["documented"]), "x").key).toBe("x")
  })

  it("tells what a version changed in words", () => {
    const before = {
      checks: [{ ...newManualCheck("a"), title: "Tests" }, newComputedCheck(kind, new Set(), "x")],
      note: "",
    }
    const after = {
      checks: [
        { ...newManualCheck("a"), title: "Tests green", evidence: "link" as const },
        { ...newManualCheck("b"), title: "Docs" },
      ],
      note: "",
    }
    expect(diffLines(before, after, [kind])).toEqual([
      { sign: "added", text: "Docs" },
      { sign: "removed", text: "Documentation filled in (words at least: 30)" },
      { sign: "changed", text: "Tests green: was “Tests”, was: no evidence needed. Answers are given again" },
    ])
  })
})
