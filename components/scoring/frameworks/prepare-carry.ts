type Report = {
  scores: number
  items: number
  scorers: number
  complete: number
  already: number
  left: number
}

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`

/** What carrying would do, in sentences. */
export function carrySentences({ scores, items, scorers, complete, already, left }: Report): string[] {
  if (scores === 0 && already === 0 && left === 0) return ["There are no scores under the earlier version."]
  const partial = scores - complete
  return [
    scores === 0
      ? "Nothing can be carried over."
      : `${count(scores, "score")} of ${count(items, "item")} by ${count(scorers, "person", "people")} can be carried over.`,
    ...(partial > 0 ? [`${count(partial, "score")} will lack a criterion until it is scored.`] : []),
    ...(already > 0
      ? [`${count(already, "score")} stays: the person has scored the item under the latest version.`]
      : []),
    ...(left > 0 ? [`Nothing of ${count(left, "score")} fits.`] : []),
  ]
}
