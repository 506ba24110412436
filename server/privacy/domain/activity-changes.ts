import type { ActivityFields } from "./processing-activity"

/** The fields that really change, with their old and new values; undefined when none does. */
export function changedParts(before: ActivityFields, after: ActivityFields) {
  const text = (value: unknown) => JSON.stringify(Array.isArray(value) ? sorted(value) : value)
  const names = (Object.keys(after) as (keyof ActivityFields)[]).filter(
    (name) => text(before[name]) !== text(after[name]),
  )
  if (names.length === 0) return undefined
  const pick = (from: ActivityFields) => Object.fromEntries(names.map((name) => [name, from[name]]))
  return { before: pick(before), after: pick(after) }
}

/** Keys of objects in a fixed order: the database hands them back in its own. */
const sorted = (values: readonly unknown[]) =>
  values.map((value) =>
    value !== null && typeof value === "object"
      ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
      : value,
  )
