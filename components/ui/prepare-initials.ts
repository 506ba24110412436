/** Two letters for a person: first and last name, or the first two letters of a single word. "?" when nothing is known. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const first = words[0]
  if (!first) return "?"
  const last = words.length > 1 ? words[words.length - 1] : undefined
  const letters = last ? [...first].slice(0, 1).concat([...last].slice(0, 1)) : [...first].slice(0, 2)
  return letters.join("").toLocaleUpperCase("en")
}
