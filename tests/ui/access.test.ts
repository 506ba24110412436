import { describe, expect, it } from "vitest"
import {
  accessInput,
  accessState,
  endWords,
  parseAccess,
  refiltered,
  setUpWords,
} from "@/components/access/prepare-access"
import {
  chooseMineWords,
  chosenWords,
  laterInput,
  lineParams,
  linesInput,
  NONE_CHOSEN,
  rechosen,
  showOptions,
  stillChosen,
} from "@/components/access/reviews/prepare-lines"
import {
  bulkWords,
  medianWords,
  reviewedWords,
  reviewWords,
} from "@/components/access/reviews/prepare-review"
import type { AccessRow } from "@/server/access/domain/access-row"
import type { ReviewLine, ReviewStats } from "@/server/access/domain/review-line"

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

describe("the pages of the list of access", () => {
  it("are asked for alike by the server and the browser", () => {
    const asked = accessInput(new URLSearchParams("view=active&page=3"), NOW)
    expect(asked).toEqual({ filter: { view: "active" }, offset: 100, limit: 50 })
  })

  it("begin anew with another filter", () => {
    const params = new URLSearchParams("view=day&day=2026-09-30&page=3")
    expect(refiltered(params, "day", "2026-10-01").toString()).toBe("view=day&day=2026-10-01")
    expect(refiltered(params, "day", null).toString()).toBe("view=day")
    expect(params.get("page")).toBe("3")
  })
})

describe("the lines of a review in the address", () => {
  const id = "018f3a52-0000-7000-8000-000000000009"

  it("are those of the snapshot, narrowed and paged; of a draft what would be reviewed", () => {
    const params = new URLSearchParams("show=open&q=+Aisha&page=2&later=3")
    expect(linesInput({ id, startedAt: NOW }, params)).toEqual({
      id,
      part: "snapshot",
      filter: { show: "open", search: "Aisha" },
      offset: 50,
      limit: 50,
    })
    expect(linesInput({ id, startedAt: null }, params)).toMatchObject({
      part: "outside",
      filter: { show: "all", search: "" },
      offset: 50,
    })
    expect(laterInput({ id }, params)).toEqual({ id, part: "outside", offset: 100, limit: 50 })
    expect(lineParams({ show: "open", search: "Aisha" }).toString()).toBe("q=Aisha&show=open")
    expect(linesInput({ id, startedAt: NOW }, new URLSearchParams("show=none")).filter.show).toBe("all")
  })

  it("can be shown by what there is of them", () => {
    const options = showOptions({ stats: { ...stats, revoke: 0, lines: 1200 }, mine: 2 }, "all")
    expect(options.map(({ label }) => label)).toEqual([
      "All lines (1,200)",
      "Yours to answer (2)",
      "Open (5)",
    ])
    expect(showOptions({ stats, mine: 0 }, "pending").map(({ value }) => value)).toContain("pending")
  })
})

describe("the choice of lines", () => {
  const me = "018f3a52-0000-7000-8000-000000000001"
  const line = (id: string, reviewer = me) =>
    ({ id, reviewer: { id: reviewer, name: "", present: true } }) as ReviewLine

  it("stays when the page is turned, and forgets what was answered meanwhile", () => {
    const first = rechosen(NONE_CHOSEN, [line("1"), line("2", "other")], true, me)
    expect([...first]).toEqual([
      ["1", { mine: true }],
      ["2", { mine: false }],
    ])
    const turned = stillChosen(first, [line("3")], new Set(["3"]), me)
    expect([...turned.keys()]).toEqual(["1", "2"])
    const back = stillChosen(turned, [line("1", "other"), line("2")], new Set(["1"]), me)
    expect([...back]).toEqual([["1", { mine: false }]])
    expect(rechosen(turned, [line("1")], false, me).size).toBe(1)
  })

  it("is told with what is on other pages, and its button with what it can hold", () => {
    expect(chosenWords(0, 0)).toBe("No line chosen")
    expect(chosenWords(1, 0)).toBe("1 line chosen")
    expect(chosenWords(620, 570)).toBe("620 lines chosen, 570 of them on other pages")
    expect(chooseMineWords(620)).toBe("Choose all 620 of mine")
    expect(chooseMineWords(2400)).toBe("Choose the first 2,000 of your 2,400")
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
