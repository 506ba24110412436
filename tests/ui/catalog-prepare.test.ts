import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  assetFilterParams,
  assetsInput,
  assetsState,
  fieldsWords,
  isEmptyAssetFilter,
  levelChoices,
  levelState,
  levelWords,
  parseAssetFilter,
} from "@/components/catalog/prepare-catalog"
import {
  classificationInput,
  classificationParams,
  classificationState,
  looseWords,
} from "@/components/catalog/prepare-classification"
import { decisionWords, fieldsAsText } from "@/components/catalog/prepare-fields"
import { keyFor, withClass, withLevel } from "@/components/catalog/prepare-scheme"
import { draftOf, maskCell, ruleOf } from "@/components/privacy/masking/prepare-masking"
import {
  dueInput,
  dueParams,
  retentionState,
  ruleWords,
} from "@/components/privacy/retention/prepare-retention"
import { DEFAULT_SCHEME } from "@/server/catalog/domain/default-scheme"
import { readFields } from "@/server/catalog/domain/read-fields"
import { maskRule } from "@/server/privacy/domain/mask-rule"

const scheme = DEFAULT_SCHEME

describe("a level in words", () => {
  it("says at least while something is unknown, and never calls unknown by a level", () => {
    expect(levelWords(scheme, { known: "internal", from: "inside", unknownParts: 0 })).toBe("Internal")
    expect(levelWords(scheme, { known: "internal", from: "inside", unknownParts: 2 })).toBe(
      "At least Internal",
    )
    expect(levelWords(scheme, { known: null, from: "nothing", unknownParts: 2 })).toBe("Unknown")
    expect(fieldsWords(14, 2)).toBe("2 of 14 fields not classified")
    expect(fieldsWords(0, 0)).toBe("no fields yet")
  })

  it("has a state of its own for unknown, and calls for care in the upper half", () => {
    const states = [null, "public", "internal", "confidential", "restricted"].map((key) =>
      levelState(scheme, key),
    )
    expect(states).toEqual(["unknown", undefined, undefined, "warning", "bad"])
    expect(levelChoices(scheme, true)[0]).toEqual({ value: "unknown", label: "Unknown" })
  })
})

describe("the filter of assets", () => {
  it("survives the address, and an address that cannot be read", () => {
    const filter = parseAssetFilter(new URLSearchParams("q=crm&kind=table&level=unknown&owner=me&archived=1"))
    expect(parseAssetFilter(assetFilterParams(filter))).toEqual(filter)
    expect(parseAssetFilter(new URLSearchParams("kind=spaceship&level=internal")).levels).toEqual([
      "internal",
    ])
    expect(isEmptyAssetFilter(parseAssetFilter(new URLSearchParams("product=nobody")))).toBe(true)
  })
})

describe("the list of assets", () => {
  it("asks for the page of the address, which a changed filter leaves", () => {
    const input = assetsInput(new URLSearchParams("product=none&page=3"))
    expect(input).toMatchObject({ filter: { productIds: ["none"] }, offset: 100, limit: 50 })
    expect(assetFilterParams(input.filter).toString()).toBe("product=none")
  })

  it("says in one line what was found, over all pages", () => {
    expect(assetsState({ total: 3204, unknown: 1200 }, false)).toBe("3,204 assets, 1,200 of unknown level")
    expect(assetsState({ total: 1, unknown: 0 }, true)).toBe("1 asset matches")
    expect(assetsState({ total: 0, unknown: 0 }, true)).toBe("Nothing fits the filters")
  })
})

describe("the classification of products", () => {
  it("keeps page and filter in the address", () => {
    const input = classificationInput(new URLSearchParams("q=route&level=unknown&page=2"))
    expect(input).toEqual({ filter: { search: "route", levels: ["unknown"] }, offset: 50, limit: 50 })
    expect(classificationParams(input.filter).toString()).toBe("q=route&level=unknown")
    const long = classificationInput(new URLSearchParams(`q=x&level=${"y".repeat(60)}`))
    expect(long.filter).toEqual({ search: "x", levels: [] })
  })

  it("says in one line what all data amounts to", () => {
    const counted = { total: 1000, unknown: 12, assets: 3000, fields: 1 }
    expect(classificationState(counted, false)).toBe(
      "3,000 data assets, 1 field not classified, 12 products of unknown level",
    )
    expect(classificationState({ ...counted, total: 1, unknown: 0, fields: 0 }, true)).toBe(
      "3,000 data assets, every field classified, 1 product found",
    )
    expect(looseWords(1)).toBe("1 data asset belongs to no product")
  })
})

describe("fields as text", () => {
  it("read back as they were", () => {
    const name = fc
      .string({ minLength: 1, maxLength: 20 })
      .map((text) => `f${text.replace(/[\0\r]/g, "")}`.trim())
    const field = fc.record({
      name,
      type: fc.constantFrom("text", "numeric(10,2)", ""),
      description: fc.constantFrom("", "a, b", 'say "so"'),
      nullable: fc.boolean(),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(field, { selector: (one) => one.name.toLowerCase(), maxLength: 8 }),
        (fields) => {
          expect(readFields(fieldsAsText(fields)).fields).toEqual(fields)
        },
      ),
    )
  })

  it("and decisions are written in today's names", () => {
    const decision = {
      fieldName: "email",
      fromLevel: null,
      toLevel: "confidential",
      fromClass: null,
      toClass: "email",
    }
    expect(decisionWords(decision, scheme.levels, scheme.classes)).toBe(
      "unknown → Confidential, E-mail address",
    )
  })
})

describe("levels and classes being edited", () => {
  it("get keys from their names and a place in the order", () => {
    expect(keyFor("Top secret!", ["top_secret"])).toBe("top_secret_2")
    expect(keyFor("Unknown", [])).toBe("own")
    expect(keyFor("機密", [])).toBe("own")
    const level = { ...scheme.levels[0]!, key: "", name: "Secret" }
    expect(
      withLevel(scheme, level, 4)
        .levels.map(({ key }) => key)
        .at(-1),
    ).toBe("secret")
    const moved = withLevel(scheme, scheme.levels[3]!, 0)
    expect(moved.levels.map(({ key }) => key)).toEqual(["restricted", "public", "internal", "confidential"])
    expect(withClass(scheme, { ...scheme.classes[0]!, name: "Mail" }).classes).toHaveLength(
      scheme.classes.length,
    )
  })
})

describe("retention in words", () => {
  it("says rule and state in a line", () => {
    const rule = { action: "delete", periodAmount: 10, periodUnit: "years", startEvent: "closed" } as const
    expect(ruleWords({ ...rule, repeatMonths: 3 })).toBe(
      "Delete 10 years after: case or order closed; again every 3 months",
    )
    const states = { overdue: 1204, soon: 0, held: 1, later: 1 }
    expect(retentionState({ total: 1206, states }, 2)).toBe(
      "2 rules; 1,204 overdue, 1 under legal hold, 1 later",
    )
    const none = { overdue: 0, soon: 0, held: 0, later: 0 }
    expect(retentionState({ total: 0, states: none }, 1)).toBe("1 rule, none applied to data yet")
    expect(retentionState({ total: 0, states: none }, 1, true)).toBe("1 rule; nothing fits the filters")
  })

  it("keeps page and filter of what is due in the address", () => {
    const input = dueInput(new URLSearchParams("q=crm&state=nonsense&state=held&state=overdue&page=2"))
    expect(input).toMatchObject({ filter: { search: "crm", states: ["overdue", "held"] }, offset: 50 })
    expect(dueParams(input.filter).toString()).toBe("q=crm&state=overdue&state=held")
  })
})

describe("masks in the form", () => {
  it("are what they were, and no rule shows nothing", () => {
    const rule = { kind: "partial", keep: 4 } as const
    expect(ruleOf(draftOf(rule))).toEqual(rule)
    expect(ruleOf(draftOf(undefined))).toBeUndefined()
    expect(maskRule.safeParse(ruleOf({ kind: "truncate", keep: "x" })).success).toBe(false)
    expect(maskCell({ rules: {} }, "email")).toMatchObject({ ruled: false, sample: null })
    expect(maskCell({ rules: { phone: rule } }, "phone").sample).toMatch(/^\*+0958$/)
  })
})
