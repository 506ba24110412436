import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { classificationCsv } from "@/server/catalog/domain/classification-csv"
import { DEFAULT_SCHEME } from "@/server/catalog/domain/default-scheme"
import { effectiveLevel, mayLower, maySetLevel } from "@/server/catalog/domain/level-rules"
import { rankOf, type Scheme, schemeProblems, schemeSchema } from "@/server/catalog/domain/scheme"

const scheme = DEFAULT_SCHEME
const anyLevel = fc.constantFrom(null, "public", "internal", "confidential", "restricted")

describe("what an asset amounts to", () => {
  it("is the highest of its fields, unless set higher", () => {
    expect(effectiveLevel(scheme, null, ["internal", "restricted", null])).toEqual({
      known: "restricted",
      from: "inside",
      unknownParts: 1,
    })
    expect(effectiveLevel(scheme, "restricted", ["internal"])).toMatchObject({
      known: "restricted",
      from: "set",
    })
  })

  it("is unknown without anything classified, and never public", () => {
    expect(effectiveLevel(scheme, null, [])).toEqual({ known: null, from: "nothing", unknownParts: 0 })
    expect(effectiveLevel(scheme, null, [null, null])).toEqual({
      known: null,
      from: "nothing",
      unknownParts: 2,
    })
  })

  it("is never below any field, and classifying one more never lowers it", () => {
    fc.assert(
      fc.property(anyLevel, fc.array(anyLevel, { maxLength: 12 }), anyLevel, (set, inside, more) => {
        const { known } = effectiveLevel(scheme, set, inside)
        for (const level of [...inside, set]) {
          expect(rankOf(scheme, known)).toBeGreaterThanOrEqual(rankOf(scheme, level))
        }
        const after = effectiveLevel(scheme, set, [...inside, more]).known
        expect(rankOf(scheme, after)).toBeGreaterThanOrEqual(rankOf(scheme, known))
      }),
    )
  })

  it("goes down only with a reason, also to unknown", () => {
    expect(mayLower(scheme, "restricted", "internal", " ").ok).toBe(false)
    expect(mayLower(scheme, "internal", null, "")).toEqual({
      ok: false,
      reason: "Say why the level goes down from Internal to Unknown; the reason is recorded",
    })
    expect(mayLower(scheme, "restricted", "internal", "Pseudonymised").ok).toBe(true)
    expect(mayLower(scheme, null, "public", "").ok).toBe(true)
    expect(maySetLevel(scheme, "internal", "restricted").ok).toBe(false)
    expect(maySetLevel(scheme, null, "restricted").ok).toBe(true)
  })
})

describe("levels and classes", () => {
  it("are valid as built in", () => {
    expect(schemeSchema.parse(scheme)).toEqual(scheme)
    expect(schemeProblems(scheme, scheme)).toEqual([])
  })

  it("are retired rather than removed, and keep their keys and names apart", () => {
    const without: Scheme = { ...scheme, levels: scheme.levels.filter(({ key }) => key !== "internal") }
    expect(schemeProblems(scheme, without)[0]?.message).toBe(
      "Internal cannot be removed, only retired: history names it",
    )
    const doubled: Scheme = { ...scheme, levels: [...scheme.levels, scheme.levels[0]!] }
    expect(schemeProblems(scheme, doubled)[0]?.message).toBe("The key public stands twice")
    const unknown = { ...scheme.levels[0]!, key: "unknown" }
    expect(schemeSchema.safeParse({ ...scheme, levels: [...scheme.levels, unknown] }).success).toBe(false)
    const odd = {
      ...scheme.classes[0]!,
      key: "odd",
      name: "Odd",
      personal: false,
      special: true,
      levelKey: "x",
    }
    expect(schemeProblems(scheme, { ...scheme, classes: [...scheme.classes, odd] })).toHaveLength(2)
  })
})

describe("the export of the classification", () => {
  it("holds no cell that a spreadsheet would run", () => {
    const line = { product: "=1+1", asset: "a", kind: "Table", location: "+x", field: "@f", type: "-t" }
    const rest = { level: "Unknown", dataClass: "Unknown", personal: false, special: false }
    const text = classificationCsv([{ ...line, ...rest, decidedBy: "", decidedAt: "", reason: "\t=cmd" }])
    expect(text).toContain(`"'=1+1","a","Table","'+x","'@f","'-t","Unknown"`)
    expect(text).toContain(`"'\t=cmd"`)
  })
})
