import type { Criterion } from "./criterion"
import type { Framework, FrameworkMethod } from "./framework"
import { moscowClass } from "./named-answers"

const plain = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 })
const fixed = [0, 1, 2, 3].map(
  (digits) =>
    new Intl.NumberFormat("en-GB", { minimumFractionDigits: digits, maximumFractionDigits: digits }),
)

/** Decimals of the methods that have a fixed number of them. */
const DECIMALS: Partial<Record<FrameworkMethod, number>> = {
  wsjf: 1,
  weighted_sum: 2,
  opportunity: 2,
  kano: 2,
  topsis: 3,
}

/** An input as a person writes it: at most four decimals, no trailing zeros. */
export function formatInput(value: number): string {
  // Most inputs are small whole numbers, which look the same either way; a list formats hundreds of them.
  const simple = Number.isInteger(value) && Math.abs(value) < 1000 && value !== 0
  return simple ? String(value) : plain.format(value)
}

/** True where the values of a criterion are answers, shown by their names: MoSCoW classes and Kano answers. */
export function isNamed({ method }: Pick<Framework, "method">, { scale }: Criterion): boolean {
  return (method === "moscow" || method === "kano") && scale.kind === "choices"
}

/** A value of a criterion for reading: the name of an answer, else the number. */
export function describeInput(
  framework: Pick<Framework, "method">,
  criterion: Criterion,
  value: number,
): string {
  const { scale } = criterion
  if (scale.kind === "range" || !isNamed(framework, criterion)) return formatInput(value)
  const exact = scale.choices.find((choice) => choice.value === value)
  if (exact) return exact.label
  const ordered = [...scale.choices].sort((a, b) => a.value - b.value)
  const above = ordered.findIndex((choice) => choice.value > value)
  return above < 1 ? formatInput(value) : `${ordered[above - 1]!.label} to ${ordered[above]!.label}`
}

/** A score for display, rounded only here: the class for MoSCoW, fixed decimals for some methods, else by size. */
export function formatScore(method: FrameworkMethod, score: number): string {
  if (method === "moscow") return moscowClass(score).label
  const decimals = DECIMALS[method]
  if (decimals !== undefined) return fixed[decimals]!.format(score)
  if (Number.isInteger(score) || Math.abs(score) >= 100) return fixed[0]!.format(score)
  return Math.abs(score) >= 1 ? fixed[1]!.format(score) : plain.format(score)
}

/** What a result is called in one word or figure: the category of a Kano survey, else its score. */
export function nameScore(
  method: FrameworkMethod,
  { score, category }: { score: number; category?: string | null | undefined },
): string {
  return method === "kano" && category ? category : formatScore(method, score)
}
