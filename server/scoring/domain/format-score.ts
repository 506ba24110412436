import type { FrameworkMethod } from "./framework"

const plain = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 })
const fixed = [0, 1, 2].map(
  (digits) =>
    new Intl.NumberFormat("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits }),
)

/** An input as a person writes it: at most four decimals, no trailing zeros. */
export function formatInput(value: number): string {
  return plain.format(value)
}

/** A score for display. Rounding happens only here: WSJF one decimal, weighted two, RICE and ICE by size. */
export function formatScore(method: FrameworkMethod, score: number): string {
  if (method === "wsjf") return fixed[1]!.format(score)
  if (method === "weighted_sum") return fixed[2]!.format(score)
  if (Number.isInteger(score) || Math.abs(score) >= 100) return fixed[0]!.format(score)
  return Math.abs(score) >= 1 ? fixed[1]!.format(score) : plain.format(score)
}
