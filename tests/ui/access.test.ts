import { describe, expect, it } from "vitest"
import { accessState, endWords, parseAccess, setUpWords } from "@/components/access/prepare-access"
import {
  bulkWords,
  medianWords,
  reviewedWords,
  reviewWords,
} from "@/components/access/reviews/prepare-review"
import type { AccessRow } from "@/server/access/domain/access-row"
import type { ReviewStats } from "@/server/access/domain/review-line"

const NOW = "2026-10-13T07:40:00.000Z"
const done = { by: "Priya", on: "2026-10-13", evidence: "OPS-1" }
const row = (more: Partial<AccessRow>): AccessRow => ({
  id: "1",
  subject: { type: "product", id: "2", key: "p", name: "Delivery promise" },
  product: null,
  beneficiary: { id: "3", name: "Aisha" },
  requester: { id: "3", name: "Aisha" },
  purpose: "support",
  reason: "Calls",
  rights: ["read"],
  validFrom: NOW,
  validUntil: "2027-01-01T00:00:00.000Z",
  requestedAt: NOW,
  renewsId: null,
  version: 1,
  approvalId: "4",
  approvedAt: NOW,
  begins: NOW,
  ends: "2027-01-01T00:00:00.000Z",
  state: "active",
  revocation: null,
  granted: null,
  removed: null,
  ...more,
})
const stats: ReviewStats = {
  lines: 12,
  open: 5,
  keep: 6,
  revoke: 1,
  unanswered: 0,
  answered: 7,
  bulk: 3,
  medianSeconds: 14.5,
  pendingActions: 0,
}

describe("the address of the list of access", () => {
  it("names the view, the day and whom it is about", () => {
    const person = "018f3a52-0000-7000-8000-000000000001"
    const asked = parseAccess(new URLSearchParams(`view=day&day=2026-09-30&person=${person}`), NOW)
    expect(asked).toEqual({ view: "day", day: "2026-09-30", personId: person })
  })

  it("falls back to what it can mean", () => {
    expect(parseAccess(new URLSearchParams("view=day&day=yesterday"), NOW)).toEqual({
      view: "day",
      day: "2026-10-13",
    })
    expect(parseAccess(new URLSearchParams("view=all&person=me"), NOW)).toEqual({ view: "mine" })
  })
})

describe("words about an access", () => {
  it("say its last day, not the moment after it", () => {
    expect(endWords(row({}), NOW)).toBe("until 31 Dec")
    expect(endWords(row({ state: "expired", validUntil: "2026-10-10T00:00:00.000Z" }), NOW)).toBe(
      "ended 9 Oct",
    )
    expect(endWords(row({ state: "revoked", ends: "2026-10-12T09:00:00.000Z" }), NOW)).toBe("revoked 12 Oct")
    expect(accessState("active", 1, undefined, NOW)).toBe("1 access holds now.")
  })

  it("say what is left to do where the data is", () => {
    expect(setUpWords(row({})).words).toBe("To be set up")
    expect(setUpWords(row({ granted: done })).words).toBe("Set up")
    expect(setUpWords(row({ granted: done, state: "expired" }))).toEqual({
      state: "bad",
      words: "To be removed",
    })
    expect(setUpWords(row({ granted: done, removed: done, state: "expired" })).words).toBe("Removed")
    expect(setUpWords(row({ approvedAt: null, state: "waiting" })).words).toBe("Not set up")
  })
})

describe("words about a review", () => {
  it("say what is left and what happens without an answer", () => {
    const review = { dueOn: "2026-10-20", noAnswer: "revoke" as const, stats }
    expect(reviewWords({ ...review, state: "running" }, NOW)).toBe(
      "7 of 12 lines answered. Due 20 Oct; without an answer a line is revoked.",
    )
    const pending = { ...stats, open: 0, pendingActions: 1 }
    expect(reviewWords({ ...review, stats: pending, state: "pending" }, NOW)).toContain(
      "1 revocation not carried out",
    )
    expect(reviewedWords({ roles: true, access: true, scopeType: "domain", scopeName: "Customer" })).toBe(
      "Roles and access in the domain Customer",
    )
  })

  it("give shares with what they are of, and no zero for nothing", () => {
    expect(bulkWords(stats)).toBe("43 % (3 of 7)")
    expect(bulkWords({ ...stats, answered: 0, bulk: 0 })).toBe("no answer yet")
    expect(medianWords(stats)).toBe("14.5 s")
    expect(medianWords({ ...stats, medianSeconds: null })).toBe("no answer yet")
  })
})
