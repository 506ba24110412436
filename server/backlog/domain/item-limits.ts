/** Sizes shared by the forms, the operations and the import, which checks by hand for speed. */
export const ITEM_LIMITS = {
  /** Characters (UTF-16 units), as are all text sizes here. */
  title: 300,
  description: 100_000,
  labels: 20,
  label: 50,
  estimate: 10_000,
  customFields: 100,
  customName: 200,
  customValue: 100_000,
  externalKey: 200,
} as const

/** Labels are joined with commas on export and split at these on import, so no label may hold one. */
export const LABEL_SEPARATORS = /[,;\r\n]/

const LONE_SURROGATE = /\p{Surrogate}/u

/**
 * Why a text cannot be kept: too long, a NUL character (PostgreSQL refuses it), or half a surrogate pair
 * (no UTF-8 form). Null when it can.
 */
export function itemTextProblem(field: string, value: string, max: number): string | null {
  if (value.length > max)
    return `${field} has ${value.length.toLocaleString("en-GB")} characters; at most ${max.toLocaleString("en-GB")} fit`
  if (value.includes("\0")) return `${field} holds a NUL character, which is not text`
  if (LONE_SURROGATE.test(value)) return `${field} holds half a character (a lone surrogate)`
  return null
}
