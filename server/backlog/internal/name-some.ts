/** "XD-1, XD-2 and 14 more": names for a sentence, at most `shown` of them. */
export function nameSome(names: readonly string[], shown = 5): string {
  if (names.length > shown) return `${names.slice(0, shown).join(", ")} and ${names.length - shown} more`
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "")
}
