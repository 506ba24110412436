import { counted } from "@/server/kernel/domain/counted"

type Report = {
  scores: number
  items: number
  scorers: number
  complete: number
  already: number
  left: number
}

/** What carrying would do, in sentences. */
export function carrySentences({ scores, items, scorers, complete, already, left }: Report): string[] {
  if (scores === 0 && already === 0 && left === 0) return ["There are no scores under the earlier version."]
  const partial = scores - complete
  return [
    scores === 0
      ? "Nothing can be carried over."
      : `${counted(scores, "score")} of ${counted(items, "item")} by ${counted(scorers, "person", "people")} can be carried over.`,
    ...(partial > 0 ? [`${counted(partial, "score")} will lack a criterion until it is scored.`] : []),
    ...(already > 0
      ? [`${counted(already, "score")} stays: the person has scored the item under the latest version.`]
      : []),
    ...(left > 0 ? [`Nothing of ${counted(left, "score")} fits.`] : []),
  ]
}
