type Plain = Record<string, string | number | boolean | null>

/** The fields that really change, with their old and new values; undefined when none does. */
export function changedFields<T extends Plain>(row: T, changes: { [K in keyof T]?: T[K] | undefined }) {
  const names = Object.keys(changes).filter(
    (name) => changes[name] !== undefined && changes[name] !== row[name],
  )
  if (names.length === 0) return undefined
  const pick = (from: { [K in keyof T]?: T[K] | undefined }) =>
    Object.fromEntries(names.map((name) => [name, from[name]])) as Partial<T>
  return { names, before: pick(row), after: pick(changes) }
}

/** "owner", "name and owner", "name, owner and sponsor". */
export function inWords(words: readonly string[]): string {
  if (words.length < 2) return words.join("")
  return `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`
}
