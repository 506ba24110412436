import type { ComputedCheck } from "./template"

/** A number that a computed check is set up with. */
type CheckParam = { name: string; label: string; min: number; max: number; start: number }

/** What people know of a computed check: its name, why it matters, on what it can be asked. */
export type CheckKind = {
  id: string
  label: string
  /** One sentence: what goes wrong without it. */
  why: string
  subjects: readonly ("item" | "product")[]
  params: readonly CheckParam[]
}

/** Why a computed check is not set up rightly; undefined when it is. */
export function paramProblem(
  kind: CheckKind | undefined,
  { check, params }: ComputedCheck,
): string | undefined {
  if (!kind) return `There is no computed check “${check}” here`
  const unknown = Object.keys(params).find((name) => !kind.params.some((param) => param.name === name))
  if (unknown) return `${kind.label} takes no setting “${unknown}”`
  for (const { name, label, min, max } of kind.params) {
    const value = params[name]
    if (value === undefined || !Number.isInteger(value) || value < min || value > max)
      return `${kind.label}: ${label.toLowerCase()} is a whole number from ${min} to ${max.toLocaleString("en-GB")}`
  }
  return undefined
}

/** "Documentation filled in (words at least: 40)". */
export function computedTitle(kind: CheckKind | undefined, { check, params }: ComputedCheck): string {
  if (!kind) return check
  const settings = kind.params.map(
    ({ name, label }) => `${label.toLowerCase()}: ${params[name] ?? "not set"}`,
  )
  return settings.length > 0 ? `${kind.label} (${settings.join(", ")})` : kind.label
}
