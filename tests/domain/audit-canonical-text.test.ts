import { createHash } from "node:crypto"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { columnsMatchText, columnsOf } from "@/server/audit/domain/event-columns"
import { leafHash } from "@/server/audit/proof/leaf"
import { eventText } from "@/server/kernel/domain/audit-event"
import { canonicalText } from "@/server/kernel/domain/canonical-text"
import { OTHER_WORKSPACE, sampleEvent } from "./audit-sample"

describe("canonicalText", () => {
  it("matches the reference vectors", () => {
    const text = canonicalText({ b: "é", a: 1.0 })
    expect(text).toBe('{"a":1,"b":"é"}')
    expect(Buffer.byteLength(text)).toBe(16)
    expect(createHash("sha256").update(text).digest("hex")).toBe(
      "09ad9fd2fb648cb2f62141215828ea00a62c299db05d20aa9ade2f527a301cc6",
    )
    expect(leafHash(text).toString("hex")).toBe(
      "3b2b3affc6d65f601c4b54e2549660669c530296ea51c7b35dc32f3ccf700989",
    )
    const numbers = { b: [1e21, 0.000001, 1e-7, -0], a: 1.0, "10": true, "9": null }
    expect(canonicalText(numbers)).toBe('{"10":true,"9":null,"a":1,"b":[1e+21,0.000001,1e-7,0]}')
  })

  it("sorts by UTF-16 code units and does not normalise", () => {
    expect(canonicalText({ "\uFB33": 1, "😀": 2, "\u20AC": 3, "\r": 4 })).toBe(
      '{"\\r":4,"\u20AC":3,"😀":2,"\uFB33":1}',
    )
    expect(canonicalText("e\u0301")).not.toBe(canonicalText("\u00E9"))
    expect(canonicalText(JSON.parse('{"__proto__":1,"A":2}'))).toBe('{"A":2,"__proto__":1}')
  })

  const refused: [string, unknown, RegExp][] = [
    ["NaN", { a: [1, Number.NaN] }, /^\$\.a\[1\] .*NaN/],
    ["Infinity", { a: Number.POSITIVE_INFINITY }, /^\$\.a .*Infinity/],
    ["BigInt", { price: 10n }, /^\$\.price .*as text/],
    ["undefined", undefined, /^\$ .*undefined/],
    ["an undefined member", { a: { b: undefined } }, /^\$\.a\.b .*undefined/],
    ["an undefined entry", [undefined], /^\$\[0\] .*undefined/],
    ["a hole in a list", new Array(2), /^\$\[0\] .*undefined/],
    ["a function", { toJSON: () => 1 }, /^\$\.toJSON .*function/],
    ["a symbol", Symbol("s"), /symbol/],
    ["a Date", { at: new Date(0) }, /^\$\.at .*ISO text/],
    ["a Map", new Map(), /plain objects/],
    ["half a surrogate pair", { a: "\uD800" }, /^\$\.a .*surrogate/],
    ["half a surrogate pair in a key", { "\uDC00": 1 }, /surrogate/],
  ]
  it.each(refused)("refuses %s and says where", (_name, value, message) => {
    expect(() => canonicalText(value)).toThrow(message)
  })

  it("refuses cycles and extreme depth instead of overflowing", () => {
    const cycle: Record<string, unknown> = {}
    cycle.self = cycle
    expect(() => canonicalText(cycle)).toThrow(/nested/)
    expect(() => canonicalText(JSON.parse("[".repeat(50_000) + "]".repeat(50_000)))).toThrow(/nested/)
  })

  it("is stable: parsing and writing again gives the same text", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalText(value)
        expect(canonicalText(JSON.parse(text))).toBe(text)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe("eventText", () => {
  it("leaves out undefined members and mends text a database would mend", () => {
    const event = sampleEvent(1)
    expect(eventText({ ...event, reason: undefined })).toBe(eventText(event))
    expect(eventText({ ...event, summary: "cut \uD83D" })).toContain('"cut \uFFFD"')
  })

  it.each([
    ["microseconds", { occurredAt: "2026-10-13T07:40:00.000001Z" }],
    ["a local time", { occurredAt: "2026-10-13T07:40:00.000+02:00" }],
    ["an action without a verb", { action: "backlog" }],
    ["an unknown member", { extra: 1 }],
    ["an empty summary", { summary: "" }],
  ])("refuses %s", (_name, change) => {
    expect(() => eventText({ ...sampleEvent(1), ...change })).toThrow()
  })
})

describe("columnsMatchText", () => {
  const event = sampleEvent(3)
  const text = eventText(event)

  it("accepts the columns of the event, also from a jsonb that reordered its keys", () => {
    expect(columnsMatchText(columnsOf(event), text)).toBeNull()
    expect(columnsMatchText({ after: { score: 3.5, rank: "a0" }, reason: null }, text)).toBeNull()
  })

  it("names any column that was changed", () => {
    for (const column of Object.keys(columnsOf(event))) {
      expect(columnsMatchText({ ...columnsOf(event), [column]: "changed" }, text)).toBe(column)
    }
    expect(columnsMatchText({ workspaceId: OTHER_WORKSPACE }, text)).toBe("workspaceId")
    expect(columnsMatchText({ after: { score: 3.5 } }, text)).toBe("after")
    expect(columnsMatchText({ ...columnsOf(event), ...{ invented: null } }, text)).toBe("invented")
  })
})
