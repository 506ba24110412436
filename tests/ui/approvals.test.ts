import { describe, expect, it } from "vitest"
import { labelOf, showContent } from "@/components/approvals/decision/prepare-content"
import {
  integrityOf,
  openMeanings,
  recordState,
  sealedTime,
  whyNot,
} from "@/components/approvals/decision/prepare-decision"
import { kindsWords, spanWords } from "@/components/approvals/delegations/prepare-delegation"
import {
  inboxParams,
  inboxWords,
  isUnfiltered,
  parseInboxFilter,
} from "@/components/approvals/inbox/prepare-inbox"
import { approvalWords } from "@/components/approvals/prepare-state"
import { ALL_KINDS } from "@/server/approvals/domain/kinds"

describe("the badge", () => {
  const approval = { version: 3, required: 2, approvals: 1 }
  it.each([
    [null, undefined, "Not submitted"],
    [{ ...approval, state: "approved" as const }, 3, "Approved v3"],
    [{ ...approval, state: "approved" as const }, 4, "Outdated: approved v3, now v4"],
    [
      { ...approval, state: "outdated" as const, approvedAt: "x", outdatedBy: 4 },
      undefined,
      "Outdated: approved v3, now v4",
    ],
    [
      { ...approval, state: "outdated" as const, approvedAt: null, outdatedBy: 3 },
      undefined,
      "Outdated: asked for v3",
    ],
    [{ ...approval, state: "open" as const }, undefined, "Waits for 1 of 2"],
    [{ ...approval, state: "open" as const, required: 1, approvals: 0 }, undefined, "Waits for approval"],
    [{ ...approval, state: "changes_requested" as const }, undefined, "Changes requested to v3"],
    [{ ...approval, state: "withdrawn" as const }, undefined, "Withdrawn v3"],
    [{ ...approval, state: "open" as const, ended: true }, undefined, "Ended undecided, v3"],
    [{ ...approval, state: "approved" as const, ended: true }, undefined, "Approved v3, has ended"],
  ])("%#", (given, current, words) => {
    expect(approvalWords(given, current).words).toBe(words)
  })
})

describe("the address of the inbox", () => {
  it("holds view and filters, and leaves out what it does not know", () => {
    const filter = {
      view: "all" as const,
      kinds: ["dpia" as const],
      states: ["open" as const],
      overdue: true,
      unread: true,
    }
    expect(parseInboxFilter(inboxParams(filter))).toEqual(filter)
    const strange = parseInboxFilter(new URLSearchParams("view=x&kind=y&state=z&overdue=2"))
    expect(inboxParams(strange).size).toBe(0)
    expect([isUnfiltered(strange), isUnfiltered({ ...strange, view: "all" }), isUnfiltered(filter)]).toEqual([
      true,
      true,
      false,
    ])
  })

  it("says how much waits", () => {
    expect([inboxWords(0, 0), inboxWords(1, 0), inboxWords(7, 2), inboxWords(100, 2)]).toEqual([
      "Nothing waits for your decision.",
      "1 request waits on you, none past its due date.",
      "7 requests wait on you.",
      "100 or more requests wait on you.",
    ])
  })
})

describe("the exact content", () => {
  it("is laid out as facts, lists and tables, and nothing is left out", () => {
    expect(showContent({ empty: [], title: "T", on: true, items: ["a", null], deep: { x: 1 } })).toEqual({
      kind: "facts",
      facts: [
        { label: "Title", value: { kind: "words", words: "T" } },
        { label: "Empty", value: { kind: "words", words: "None" } },
        { label: "On", value: { kind: "words", words: "Yes" } },
        {
          label: "Items",
          value: {
            kind: "list",
            items: [
              { kind: "words", words: "a" },
              { kind: "words", words: "–" },
            ],
          },
        },
        {
          label: "Deep",
          value: { kind: "facts", facts: [{ label: "X", value: { kind: "words", words: "1" } }] },
        },
      ],
    })
  })

  it("puts like objects into a table, also when one lacks a member, and nested ones into a list", () => {
    expect(showContent([{ level: 3, name: "Disclosure" }, { name: "Loss" }])).toMatchObject({
      kind: "table",
      columns: ["Name", "Level"],
      rows: [
        [{ words: "Disclosure" }, { words: "3" }],
        [{ words: "Loss" }, { words: "–" }],
      ],
    })
    expect(showContent([{ a: [1] }, { a: [2] }]).kind).toBe("list")
  })

  it("names members as people do", () => {
    expect(["residualRisk", "legal_basis", "dueOn", "_"].map(labelOf)).toEqual([
      "Residual risk",
      "Legal basis",
      "Due on",
      "_",
    ])
  })
})

describe("the decision", () => {
  const no = (reason: string) => ({ ok: false as const, reason })
  const yes = { ok: true as const }
  const way = (approval: typeof yes | ReturnType<typeof no>) => ({
    delegationId: null,
    onBehalfOf: null,
    may: { approval, rejection: approval, changes: approval, review: yes },
  })

  it("says why the reader cannot, unless one way is open", () => {
    expect(whyNot([way(no("Authors cannot"))])).toBe("Authors cannot")
    expect(
      whyNot([way(no("No role")), { may: way(yes).may, delegationId: "d", onBehalfOf: "Ben" }]),
    ).toBeUndefined()
    expect(openMeanings(way(no("No role")))).toEqual(["review"])
  })

  it("says whether content and seals still match", () => {
    const signature = (sealMatches: boolean) => ({ sealMatches, contentMatches: true })
    const given = (contentMatches: boolean, signatures: object[]) =>
      integrityOf({ contentMatches, signatures } as Parameters<typeof integrityOf>[0])
    expect(given(true, [signature(true)]).words).toBe("Content hash and the seal match")
    expect(given(true, [signature(true), signature(false)])).toEqual({
      ok: false,
      words: "1 of 2 signatures do not match their seals",
    })
    expect(given(false, []).ok).toBe(false)
    expect(recordState(null).look).toBe("bad")
    expect(recordState({ seq: 7, leaf: "0", checkpoint: null }).words).toContain(
      "no signed checkpoint covers it yet",
    )
    const checkpoint = { size: 1310, createdAt: "2026-10-13T08:05:00.000Z" }
    expect(recordState({ seq: 7, leaf: "0", checkpoint }).words).toBe(
      "by the checkpoint over 1,310 records, signed 2026-10-13 08:05:00.000 UTC",
    )
    expect(sealedTime("2026-10-13T07:40:00.123Z")).toBe("2026-10-13 07:40:00.123 UTC")
  })

  it("names what is delegated and for how long", () => {
    expect(kindsWords(null)).toBe("All kinds")
    expect(kindsWords([...ALL_KINDS])).toBe("All kinds")
    expect(kindsWords(["dpia", "waiver"])).toBe("Impact assessment, Waiver")
    const span = { validFrom: "2026-10-13T00:00:00.000Z", validUntil: "2026-10-20T23:59:59.999Z" }
    expect(spanWords(span, "2026-10-13T07:40:00.000Z")).toBe("13 Oct to 20 Oct")
  })
})
