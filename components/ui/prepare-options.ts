export type Choice = { value: string; label: string; hint?: string; keywords?: string }

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()

/** Options that hold every word typed, in their given order; accents and case do not matter. At most `limit`. */
export function matchingOptions<T extends Choice>(options: readonly T[], typed: string, limit = 50): T[] {
  const words = plain(typed).split(/\s+/).filter(Boolean)
  const matches = (option: T) => {
    const text = plain(`${option.label} ${option.hint ?? ""} ${option.keywords ?? ""}`)
    return words.every((word) => text.includes(word))
  }
  return options.filter(matches).slice(0, limit)
}

/** What a filter shows beside its name: "any", one label, two labels, or the first and how many more. */
export function chosenWords(options: readonly Choice[], chosen: readonly string[], any = "any"): string {
  const labels = chosen.map((value) => options.find((option) => option.value === value)?.label ?? value)
  if (labels.length === 0) return any
  return labels.length <= 2 ? labels.join(" or ") : `${labels[0]} and ${labels.length - 1} more`
}
