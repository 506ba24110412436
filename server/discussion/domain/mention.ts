export type Person = { id: string; name: string }

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")
const inName = /[\p{L}\p{N}]/u

/**
 * Who a text names with @: the longest name that stands there as a whole. Of people with the same name those in
 * `chosen` are meant, or all of them when nobody was chosen.
 */
export function mentionedIn(
  text: string,
  people: readonly Person[],
  chosen: readonly string[] = [],
): string[] {
  const longestFirst = [...people].sort((a, b) => b.name.length - a.name.length)
  const names = new Set<string>()
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    // An e-mail address names nobody.
    if (inName.test(text.charAt(at - 1))) continue
    const person = longestFirst.find(
      ({ name }) => text.startsWith(name, at + 1) && !inName.test(text.charAt(at + 1 + name.length)),
    )
    if (person) names.add(person.name)
  }
  return [...names].flatMap((name) => {
    const all = people.filter((person) => person.name === name).map(({ id }) => id)
    const meant = all.filter((id) => chosen.includes(id))
    return meant.length > 0 ? meant : all
  })
}

/** The text with the names of mentioned people in bold, for Markdown; code is left alone. */
export function emphasiseMentions(text: string, names: readonly string[]): string {
  if (names.length === 0) return text
  const longestFirst = [...names].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(
    `(^|[^\\p{L}\\p{N}])@(${longestFirst.map((name) => escaped(name)).join("|")})(?![\\p{L}\\p{N}])`,
    "gu",
  )
  return text
    .split(/(```[\s\S]*?(?:```|$)|`[^`\n]*`)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replace(pattern, "$1**@$2**")))
    .join("")
}
