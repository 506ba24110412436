import type { ScoreInputs } from "./check-inputs"
import type { Criterion } from "./criterion"
import type { Framework } from "./framework"

/** What becomes of a criterion between two versions. Only what `fits` is carried over. */
export type Fit = "fits" | "scale_changed" | "gone" | "new"
export type CriterionFit = { key: string; name: string; fit: Fit }

export const FIT_WORDS: Record<Fit, string> = {
  fits: "Carried over",
  scale_changed: "Scale changed: score it again",
  gone: "No longer asked",
  new: "New: score it",
}

/** Criteria of both versions, those of the later one first. A value keeps its meaning only on the same scale and unit. */
export function fitCriteria(from: Framework, to: Framework): CriterionFit[] {
  const before = new Map(from.criteria.map((criterion) => [criterion.key, criterion]))
  const kept = to.criteria.map((criterion): CriterionFit => {
    const { key, name } = criterion
    const old = before.get(key)
    return { key, name, fit: old ? (sameScale(old, criterion) ? "fits" : "scale_changed") : "new" }
  })
  const keys = new Set(to.criteria.map(({ key }) => key))
  const gone = from.criteria.filter(({ key }) => !keys.has(key))
  return [...kept, ...gone.map(({ key, name }): CriterionFit => ({ key, name, fit: "gone" }))]
}

function sameScale(a: Criterion, b: Criterion): boolean {
  if (a.unit !== b.unit || a.direction !== b.direction) return false
  const [one, other] = [a.scale, b.scale]
  if (one.kind === "choices" && other.kind === "choices") {
    const words = (scale: typeof one) =>
      scale.choices.map(({ value, label }) => JSON.stringify([value, label])).sort()
    return words(one).join() === words(other).join()
  }
  if (one.kind !== "range" || other.kind !== "range") return false
  const facts = ({ min, max, step, integer }: typeof one) => [min, max, step ?? null, integer ?? false].join()
  return facts(one) === facts(other)
}

/** The inputs that keep their meaning; empty when none does. */
export function carriedInputs(inputs: ScoreInputs, fits: readonly CriterionFit[]): Record<string, number> {
  const values = fits.flatMap(({ key, fit }) => {
    const value = Object.hasOwn(inputs, key) ? inputs[key] : null
    return fit === "fits" && typeof value === "number" ? [[key, value] as const] : []
  })
  return Object.fromEntries(values.sort(([a], [b]) => (a < b ? -1 : 1)))
}
