import { z } from "zod"

/** Exact decimal arithmetic on text: numbers that people enter are kept digit by digit, never as floats. */

const PATTERN = /^-?\d{1,12}(\.\d{1,6})?$/

/** Shortest text of the same number: "04.80" → "4.8", "-0" → "0". */
export function plainDecimal(text: string): string {
  const [whole = "0", part = ""] = text.replace("-", "").split(".")
  const digits = whole.replace(/^0+(?=\d)/, "")
  const rest = part.replace(/0+$/, "")
  const number = rest ? `${digits}.${rest}` : digits
  return text.startsWith("-") && number !== "0" ? `-${number}` : number
}

/** A number as people type it, up to 12 digits before and 6 after the point; kept as text. */
export const decimalSchema = z
  .string("Give a number")
  .transform((text) => text.trim().replace(/^\+/, ""))
  .pipe(
    z.string().min(1, { error: "Give a number", abort: true }).regex(PATTERN, {
      error: "Give a number such as 4.8, with at most 12 digits before the point and 6 after it",
      abort: true,
    }),
  )
  .transform(plainDecimal)

type Scaled = { units: bigint; scale: number }

function scaled(text: string): Scaled {
  const part = text.split(".")[1] ?? ""
  return { units: BigInt(text.replace(".", "")), scale: part.length }
}

const at = ({ units, scale }: Scaled, wanted: number) => units * 10n ** BigInt(wanted - scale)

function written(units: bigint, scale: number): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0")
  const cut = digits.length - scale
  const text = scale > 0 ? `${digits.slice(0, cut)}.${digits.slice(cut)}` : digits
  return plainDecimal(units < 0n ? `-${text}` : text)
}

/** Less than 0 when a < b, 0 when they are the same number, more than 0 when a > b. */
export function compareDecimals(a: string, b: string): number {
  const [x, y] = [scaled(a), scaled(b)]
  const scale = Math.max(x.scale, y.scale)
  const difference = at(x, scale) - at(y, scale)
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

/** The exact sum; "0" of nothing. */
export function addDecimals(...numbers: readonly string[]): string {
  const all = numbers.map(scaled)
  const scale = Math.max(0, ...all.map((number) => number.scale))
  return written(
    all.reduce((sum, number) => sum + at(number, scale), 0n),
    scale,
  )
}

/** The exact number so many per cent away from `base`, measured on its size: −20 plus 15 % is −17. */
export function byPercent(base: string, percent: string, direction: "increase" | "decrease"): string {
  const [from, share] = [scaled(base), scaled(percent)]
  const size = from.units < 0n ? -from.units : from.units
  const change = size * share.units
  const scale = from.scale + share.scale + 2
  return written(at(from, scale) + (direction === "increase" ? change : -change), scale)
}

/** Splits an amount of at most 2 decimals into equal parts that add up to it; what is left goes to the first ones. */
export function splitEvenly(amount: string, parts: number): string[] {
  const cents = at(scaled(amount), 2)
  const count = BigInt(parts)
  const [share, left] = [cents / count, cents % count]
  return Array.from({ length: parts }, (_, index) => written(share + (BigInt(index) < left ? 1n : 0n), 2))
}
