import { describe, expect, it } from "vitest"
import { cannotBeDone, missingWords } from "@/server/backlog/domain/board-policy"
import {
  type Answer,
  type CheckRow,
  judgeAnswer,
  judgeVerdict,
  missingOf,
  missingTitle,
  standingOf,
  type Waiver,
  withWaiver,
} from "@/server/dod/domain/checklist"
import { type Check, diffTemplates, publishProblem, templateSchema } from "@/server/dod/domain/template"
import { daysLeft, endOf, expiryProblem, lastDayOf, waiverState } from "@/server/dod/domain/waiver"

const NOW = "2026-10-13T07:40:00.000Z"
const manual = (key: string, more: object = {}): Check => ({
  kind: "manual",
  key,
  title: key,
  help: "",
  evidence: "none",
  level: "required",
  ...more,
})
const answer = (more: Partial<Answer> = {}): Answer => ({
  kind: "done",
  byName: "Priya",
  at: NOW,
  evidenceUrl: null,
  file: null,
  note: "",
  ...more,
})
const file = { id: "1", name: "report.txt", removed: false }
const gone = { ...file, removed: true }
const url = "https://ci.example.org/1"

describe("a manual check", () => {
  it.each([
    ["none", null, "open"],
    ["none", answer(), "met"],
    ["none", answer({ kind: "reopened" }), "open"],
    ["link", answer({ evidenceUrl: url }), "met"],
    ["file", answer({ file }), "met"],
    ["file", answer({ file: gone }), "open"],
    ["file", answer({ file: gone, evidenceUrl: url }), "open"],
    ["either", answer({ file: gone }), "open"],
    ["either", answer({ file: gone, evidenceUrl: url }), "met"],
    ["none", answer({ file: gone }), "met"],
  ] as const)("that needs %s is judged by its latest answer (%#)", (evidence, given, state) => {
    expect(judgeAnswer(evidence, given).state).toBe(state)
  })
})

describe("a waiver", () => {
  const expiresAt = "2026-10-14T00:00:00.000Z"
  const just = "2026-10-13T23:59:59.999Z"
  it.each([
    ["open", just, "waits"],
    ["changes_requested", just, "waits"],
    ["approved", just, "running"],
    ["approved", expiresAt, "expired"],
    ["open", expiresAt, "expired"],
    ["rejected", expiresAt, "rejected"],
    ["withdrawn", just, "withdrawn"],
    ["outdated", just, "outdated"],
    [null, just, "withdrawn"],
  ] as const)("whose approval is %s at %s is %s", (approval, now, state) => {
    expect(waiverState({ expiresAt }, approval, now)).toBe(state)
  })

  it("holds for whole days and ends within a year, leap years too", () => {
    expect(endOf("2026-10-13")).toBe(expiresAt)
    expect(lastDayOf(expiresAt)).toBe("2026-10-13")
    expect([daysLeft(expiresAt, just), daysLeft(expiresAt, NOW), daysLeft(expiresAt, expiresAt)]).toEqual([
      1, 1, 0,
    ])
    expect(expiryProblem("2026-10-13", NOW)).toBeUndefined()
    expect(expiryProblem("2027-10-13", NOW)).toBeUndefined()
    expect(expiryProblem("2027-10-14", NOW)).toContain("within a year")
    expect(expiryProblem("2026-10-12", NOW)).toContain("past")
    expect(expiryProblem("2027-02-29", NOW)).toContain("a day that exists")
    expect(expiryProblem("2028-02-29", "2027-03-01T00:00:00.000Z")).toBeUndefined()
  })

  it("stands in for what is not met, also for what is unknown, and only while it runs", () => {
    const waiver = (state: Waiver["state"]): Waiver => ({
      id: "1",
      state,
      reason: "",
      expiresAt,
      askedByName: "P",
      askedAt: NOW,
      requestId: "2",
      approvedBy: [],
      renewalAsked: false,
    })
    const open = { state: "open", reason: "No review" } as const
    const unknown = { state: "unknown", reason: "No data" } as const
    expect(withWaiver(open, waiver("running"), NOW)).toEqual({
      state: "waived",
      reason: "Waived for 1 more day. No review",
    })
    expect(withWaiver(unknown, waiver("running"), NOW).state).toBe("waived")
    expect(withWaiver(open, waiver("waits"), NOW)).toBe(open)
    expect(withWaiver(open, waiver("expired"), NOW).reason).toBe("Waiver expired after 2026-10-13. No review")
    expect(withWaiver({ state: "met", reason: "" }, waiver("running"), NOW).state).toBe("met")
  })
})

describe("a checklist", () => {
  const row = (state: CheckRow["state"], level: CheckRow["level"] = "required") => ({ state, level })
  it("counts required checks, and unknown is not met", () => {
    const rows = [
      row("met"),
      row("waived"),
      row("open"),
      row("unknown"),
      row("open", "advisory"),
      row("met", "advisory"),
    ]
    expect(standingOf(rows)).toEqual({ total: 4, held: 2, waived: 1, advisoryOpen: 1 })
    expect(missingOf(rows)).toHaveLength(2)
    expect(judgeVerdict({ state: "unknown", reason: "", facts: [], at: null }).state).toBe("unknown")
  })

  it("names what is missing: evidence where evidence is, at most five", () => {
    const named = (evidence: CheckRow["evidence"]) =>
      missingTitle({ kind: "manual", title: "Tests", evidence })
    expect([named("link"), named("none")]).toEqual(["evidence for “Tests”", "Tests"])
    expect(cannotBeDone(["a", "b"])).toBe("cannot be done: a; b")
    expect(missingWords(["a", "b", "c", "d", "e", "f", "g"])).toBe("a; b; c; d; e; and 2 more")
  })
})

describe("versions", () => {
  it("differ by what they ask, not by order; a level alone keeps the answers", () => {
    const before = { checks: [manual("a"), manual("b"), manual("c"), manual("d")], note: "" }
    const after = {
      checks: [
        manual("d"),
        manual("a"),
        manual("b", { level: "advisory" }),
        manual("c", { evidence: "link" }),
        manual("e"),
      ],
      note: "",
    }
    const diff = diffTemplates(before, after)
    expect(diff).toMatchObject({ added: [{ key: "e" }], removed: [], kept: 2 })
    expect(diff.changed.map(({ after: { key }, keepsAnswers }) => [key, keepsAnswers])).toEqual([
      ["b", true],
      ["c", false],
    ])
  })

  it("are published with a required check, and refuse what does not fit", () => {
    expect(publishProblem({ checks: [], note: "" })).toContain("at least one check")
    expect(publishProblem({ checks: [manual("a", { level: "advisory" })], note: "" })).toContain("required")
    expect(publishProblem({ checks: [manual("a")], note: "" })).toBeUndefined()
    for (const checks of [
      [manual("A b")],
      [manual("a", { title: " " })],
      [manual("a"), manual("a")],
      Array.from({ length: 61 }, (_, n) => manual(`c${n}`)),
    ])
      expect(templateSchema.safeParse({ checks, note: "" }).success).toBe(false)
  })
})
