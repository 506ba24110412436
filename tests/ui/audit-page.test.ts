import { describe, expect, it } from "vitest"
import { actorWords, changedFields, eventTime, fullTime, targetHref } from "@/components/audit/prepare-events"
import {
  auditFilterParams,
  EMPTY_AUDIT_FILTER,
  eventsInput,
  isEmptyAuditFilter,
  parseAuditFilter,
} from "@/components/audit/prepare-filter"
import { trailState, verificationWords } from "@/components/audit/prepare-verification"

const parse = (text: string) => parseAuditFilter(new URLSearchParams(text))

describe("the filter of the audit page", () => {
  it("comes back from the address as it was written", () => {
    const filter = {
      text: "FUL-12 & more",
      actors: ["u1", "u2"],
      actions: ["backlog.moveItem"],
      outcomes: ["denied" as const],
      target: { type: "item", id: "a:b" },
      from: "2026-10-01",
      to: "2026-10-31",
    }
    expect(parseAuditFilter(auditFilterParams(filter))).toEqual(filter)
    expect(isEmptyAuditFilter(filter)).toBe(false)
    expect(eventsInput(filter)).toEqual({ ...filter, limit: 50 })
  })

  it("leaves out what it does not understand", () => {
    expect(parse("outcome=maybe&from=soon&to=2026-99-99&about=item&about=:x")).toEqual(EMPTY_AUDIT_FILTER)
    expect(isEmptyAuditFilter(parse("event=1&show=checkpoints"))).toBe(true)
    expect(eventsInput(EMPTY_AUDIT_FILTER)).toMatchObject({
      target: undefined,
      from: undefined,
      to: undefined,
    })
  })
})

describe("an event on the page", () => {
  it("shows its time to the second, and in full to the millisecond", () => {
    const iso = "2026-10-13T07:40:12.345Z"
    expect(eventTime(iso, "2026-10-14T00:00:00.000Z")).toBe("13 Oct 07:40:12")
    expect(eventTime(iso, "2027-01-01T00:00:00.000Z")).toBe("13 Oct 2026 07:40:12")
    expect(fullTime(iso)).toBe("Tue 13 Oct 2026, 07:40:12.345 UTC")
  })

  it("names the human behind a token, and the system as itself", () => {
    const base = { id: "x", onBehalfOf: null }
    expect(actorWords({ ...base, type: "user", name: "Ines" })).toEqual({ name: "Ines", through: null })
    expect(actorWords({ ...base, type: "system", name: "Plumbline" }).through).toBe("by itself")
    const token = { ...base, type: "token" as const, name: "Nightly", onBehalfOf: { id: "u", name: "Ines" } }
    expect(actorWords(token)).toEqual({ name: "Ines", through: "by the API token Nightly" })
  })

  it("links to what has a page", () => {
    expect(targetHref("nm", { type: "item", id: "i", name: "FUL-12" })).toBe("/nm/items/FUL-12")
    expect(targetHref("nm", { type: "session", id: "s", name: "x" })).toBeNull()
  })

  it("shows field by field what changed, and nothing else", () => {
    const before = { status: "idea", rank: "a", labels: ["x"] }
    expect(changedFields(before, { ...before, status: "doing" })).toEqual([
      { field: "status", before: "idea", after: "doing" },
    ])
    expect(changedFields(null, { title: "New" })).toEqual([{ field: "title", before: "–", after: "New" }])
    expect(changedFields({ a: 0 }, { a: null })).toEqual([{ field: "a", before: "0", after: "–" }])
    expect(changedFields("old", "new")).toEqual([{ field: "value", before: "old", after: "new" }])
    expect(changedFields(null, null)).toEqual([])
  })
})

describe("the result of a check", () => {
  const good = {
    ok: true as const,
    records: 1204,
    fromSeq: 1,
    toSeq: 1204,
    checkpoints: 3,
    coveredTo: 1200,
    head: "",
  }

  it("says how much is in order, and how much of it a checkpoint covers", () => {
    expect(verificationWords(good)).toEqual({
      headline: "In order: 1,204 records, complete and unaltered.",
      details: "3 signed checkpoints cover the first 1,200; the last 4 records are held by the chain alone.",
    })
    expect(verificationWords({ ...good, coveredTo: 1204 }).details).toBe(
      "3 signed checkpoints cover all of them.",
    )
    expect(verificationWords({ ...good, checkpoints: 0, coveredTo: 0 }).details).toContain("No checkpoint")
  })

  it("reads well with one of each, and with none", () => {
    const one = { ...good, checkpoints: 1, coveredTo: 1203 }
    expect(verificationWords(one).details).toBe(
      "1 signed checkpoint covers the first 1,203; the last record is held by the chain alone.",
    )
    expect(verificationWords({ ...good, records: 0, toSeq: 0 }).headline).toBe("In order.")
    expect(trailState(0, undefined)).toBe("Nothing has been recorded yet.")
    expect(trailState(1, undefined)).toBe("1 record. No checkpoint has been signed yet.")
  })

  it("names the first bad record and the reason", () => {
    const bad = {
      ok: false as const,
      seq: 1005,
      reason: "truncated" as const,
      message: "The end was cut off.",
    }
    expect(verificationWords(bad).headline).toBe("Not in order: cut off at record 1,005.")
    expect(verificationWords({ ...bad, seq: null }).headline).toBe("Not in order: cut off.")
  })
})
