import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { accessCsv, safeCsv } from "@/server/access/domain/access-csv"
import { type AccessFacts, accessState, endedAt } from "@/server/access/domain/access-state"
import { daysProblem, endOfDay, lastDayOf, latestUntil, rightsWords } from "@/server/access/domain/request"
import { reviewState } from "@/server/access/domain/review"
import { chooseReviewer, combines, escalationTo, flagsOf } from "@/server/access/domain/review-flags"
import { reviewStats } from "@/server/access/domain/review-line"

const from = "2026-10-01T00:00:00.000Z"
const until = "2026-11-01T00:00:00.000Z"
const facts = (more: Partial<AccessFacts> = {}): AccessFacts => ({
  approval: { state: "approved", approvedAt: from },
  validFrom: from,
  validUntil: until,
  revokedAt: null,
  leftAt: null,
  ...more,
})
const justBefore = (iso: string) => new Date(Date.parse(iso) - 1).toISOString()

describe("the state of access", () => {
  it("turns at the millisecond", () => {
    expect(accessState(facts(), justBefore(from))).toBe("upcoming")
    expect(accessState(facts(), from)).toBe("active")
    expect(accessState(facts(), justBefore(until))).toBe("active")
    expect(accessState(facts(), until)).toBe("expired")
  })

  it("begins with the approval when that comes later, and ends with whatever ends it first", () => {
    const late = facts({ approval: { state: "approved", approvedAt: "2026-10-05T00:00:00.000Z" } })
    expect(accessState(late, "2026-10-04T23:59:59.999Z")).toBe("upcoming")
    const gone = facts({ revokedAt: "2026-10-20T00:00:00.000Z", leftAt: "2026-10-10T00:00:00.000Z" })
    expect(endedAt(gone)).toBe("2026-10-10T00:00:00.000Z")
    expect(accessState(gone, "2026-10-09T23:59:59.999Z")).toBe("active")
    expect(accessState(gone, "2026-10-10T00:00:00.000Z")).toBe("revoked")
  })

  it("is active only between its beginning and its end, whatever the facts", () => {
    const moment = fc
      .integer({ min: 0, max: 100 })
      .map((day) => new Date(Date.parse(from) + day * 86_400_000).toISOString())
    const maybe = fc.option(moment)
    fc.assert(
      fc.property(moment, moment, maybe, maybe, maybe, (validFrom, now, approvedAt, revokedAt, leftAt) => {
        const validUntil = "2026-12-01T00:00:00.000Z"
        const one = {
          approval: { state: "open" as const, approvedAt },
          validFrom,
          validUntil,
          revokedAt,
          leftAt,
        }
        const holds = approvedAt !== null && approvedAt <= now && validFrom <= now && now < endedAt(one)
        expect(accessState(one, now) === "active").toBe(holds)
      }),
    )
  })
})

describe("the days of a request", () => {
  it("last a year at most, over leap days too", () => {
    expect(latestUntil("2026-10-13")).toBe("2027-10-12")
    expect(latestUntil("2028-02-29")).toBe("2029-02-28")
    expect(daysProblem({ fromDay: null, untilDay: "2027-10-12" }, "2026-10-13")).toBeUndefined()
    expect(daysProblem({ fromDay: null, untilDay: "2027-10-13" }, "2026-10-13")).toMatchObject({
      path: "untilDay",
    })
    expect(lastDayOf(endOfDay("2026-12-31"))).toBe("2026-12-31")
    expect(rightsWords(["share", "read", "write"])).toBe("Read, write and share onwards")
  })
})

describe("a review", () => {
  const people = { leadId: "lead", deputyId: "deputy" }

  it("never gives anybody their own line", () => {
    const id = fc.constantFrom("lead", "deputy", "steward", "owner", "somebody")
    fc.assert(
      fc.property(id, fc.array(id, { maxLength: 3 }), (subject, answerable) => {
        const reviewerId = chooseReviewer(subject, answerable, people)
        expect(reviewerId).not.toBe(subject)
        const next = escalationTo({ subjectId: subject, reviewerId }, people)
        expect(next).not.toBe(subject)
        expect(next).not.toBe(reviewerId)
      }),
    )
  })

  it("raises flags from facts", () => {
    const now = "2026-10-13T00:00:00.000Z"
    const quiet = {
      since: "2026-01-01T00:00:00.000Z",
      until: null,
      justification: "Runs the delivery pipelines",
      lastVisitAt: "2026-10-12T00:00:00.000Z",
      joinedAt: "2026-01-01T00:00:00.000Z",
      privileged: false,
      combination: false,
    }
    expect(flagsOf(quiet, now)).toEqual([])
    const loud = {
      ...quiet,
      lastVisitAt: null,
      until: "2026-10-20T00:00:00.000Z",
      justification: "Test",
      privileged: true,
    }
    expect(flagsOf(loud, now)).toEqual(["privileged", "inactive", "expires_soon", "no_justification"])
    expect(flagsOf({ ...quiet, since: now, combination: true }, now)).toEqual(["combination", "new"])
  })

  it("finds two roles that together write and approve, and not one role that is made so", () => {
    const grant = (id: string, role: "data_engineer" | "privacy_officer", scopeId: string | null = null) => ({
      id,
      role,
      scopeId,
      scopeType: scopeId === null ? ("workspace" as const) : ("product" as const),
    })
    const [engineer, officer] = [grant("1", "data_engineer", "p"), grant("2", "privacy_officer", "q")]
    expect(combines(officer, [officer], () => undefined)).toBe(false)
    expect(combines(engineer, [engineer, officer], () => undefined)).toBe(false)
    expect(combines(engineer, [engineer, grant("3", "privacy_officer")], () => undefined)).toBe(true)
  })

  it("is in progress until it is due or answered", () => {
    const review = { startedAt: from, closedAt: null, cancelledAt: null, dueOn: "2026-10-20" }
    expect(reviewState(review, 1, "2026-10-20T23:59:59.999Z")).toBe("running")
    expect(reviewState(review, 1, "2026-10-21T00:00:00.000Z")).toBe("pending")
    expect(reviewState(review, 0, from)).toBe("pending")
    expect(reviewState({ ...review, startedAt: null }, 0, from)).toBe("draft")
    expect(reviewStats([])).toMatchObject({ lines: 0, medianSeconds: null })
  })
})

describe("an export", () => {
  it("keeps every cell from being a formula", () => {
    expect(safeCsv(["Reason"], [["=1+1"], ['"; DROP']])).toContain(`"'=1+1"`)
    expect(accessCsv([]).split("\r\n")).toHaveLength(2)
  })
})
