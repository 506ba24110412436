import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  addDecimals,
  byPercent,
  compareDecimals,
  decimalSchema,
  plainDecimal,
  splitEvenly,
} from "@/server/strategy/domain/decimal"

/** Decimal text with up to 6 digits after the point. */
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 17n), max: 10n ** 17n }), fc.nat(6))
  .map(([units, scale]) => {
    const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0")
    const cut = digits.length - scale
    return plainDecimal(
      `${units < 0n ? "-" : ""}${digits.slice(0, cut)}${scale ? `.${digits.slice(cut)}` : ""}`,
    )
  })

describe("decimal numbers", () => {
  it("are kept digit by digit and refused when they are absurd", () => {
    expect(decimalSchema.parse(" 04.80 ")).toBe("4.8")
    expect(decimalSchema.parse("+3")).toBe("3")
    expect(decimalSchema.parse("-0.0")).toBe("0")
    for (const bad of ["", "four", "1e9", "1,5", "1.2.3", "1234567890123", "0.1234567", "Infinity", "--1"])
      expect(decimalSchema.safeParse(bad).success, bad).toBe(false)
  })

  it("add exactly, in any order", () => {
    expect(addDecimals("0.1", "0.2")).toBe("0.3")
    expect(addDecimals()).toBe("0")
    fc.assert(
      fc.property(decimal, decimal, decimal, (a, b, c) => {
        expect(addDecimals(a, b, c)).toBe(addDecimals(c, a, b))
        expect(compareDecimals(addDecimals(a, b), a)).toBe(compareDecimals(b, "0"))
      }),
    )
  })

  it("compare as numbers, not as text", () => {
    expect(compareDecimals("10", "9.99")).toBe(1)
    expect(compareDecimals("-2", "-1.5")).toBe(-1)
    expect(compareDecimals("1.50", "1.5")).toBe(0)
  })

  it("change by a percentage exactly", () => {
    expect(byPercent("4.8", "15", "decrease")).toBe("4.08")
    expect(byPercent("0.1", "33.333333", "increase")).toBe("0.133333333")
    expect(byPercent("-20", "15", "increase")).toBe("-17")
    fc.assert(
      fc.property(decimal, fc.integer({ min: 1, max: 100 }), (base, percent) => {
        const up = byPercent(base, String(percent), "increase")
        const down = byPercent(base, String(percent), "decrease")
        expect(addDecimals(up, down)).toBe(addDecimals(base, base))
      }),
    )
  })

  it("split money into parts that add up to it", () => {
    expect(splitEvenly("100", 3)).toEqual(["33.34", "33.33", "33.33"])
    fc.assert(
      fc.property(fc.nat(10_000_000), fc.integer({ min: 1, max: 40 }), (cents, parts) => {
        const amount = plainDecimal((cents / 100).toFixed(2))
        expect(addDecimals(...splitEvenly(amount, parts))).toBe(amount)
      }),
    )
  })
})
