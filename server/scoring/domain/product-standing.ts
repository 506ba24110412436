import type { ThreadLink } from "@/server/products/domain/thread-link"
import { nameScore } from "./format-score"
import type { FrameworkMethod } from "./framework"

/** How far the open items of a product are scored under one framework. */
export type ProductStanding = {
  framework: { key: string; name: string; method: FrameworkMethod }
  open: number
  /** Open items with a score. */
  scored: number
  /** Of these, by two people or more. */
  byTwo: number
  /** Keys of the items on which people are split, best first. */
  split: string[]
  top: { key: string; score: number; category?: string | null } | null
  /** ISO-8601 UTC of the latest score; null without any. */
  scoredAt: string | null
}

const items = (count: number) => (count === 1 ? "1 item" : `${count} items`)

function some(keys: readonly string[]): string {
  return keys.length > 2 ? `${keys[0]}, ${keys[1]} and ${keys.length - 2} more` : keys.join(" and ")
}

function fact({ framework, open, scored, top }: ProductStanding): string {
  const best = top ? `**${framework.name} ${nameScore(framework.method, top)}** for ${top.key}, ` : ""
  return `${best}${scored} of ${items(open)} scored`
}

/** The link of the thread in words: settled when two people or more scored every open item and nobody is split. */
export function describeStanding(
  standing: ProductStanding,
  ownerName: string | null,
): Omit<ThreadLink, "id" | "name" | "href"> {
  const { open, scored, byTwo, split, scoredAt } = standing
  const when = scoredAt ? { when: scoredAt } : {}
  const owes = { owes: { name: ownerName ?? "No owner yet" } }
  const waiting = { state: "warning", waits: true, fact: fact(standing), ...when, ...owes } as const
  if (open === 0)
    return { state: "later", word: "Nothing open", fact: "No open items to score", waits: false }
  if (scored === 0)
    return { ...waiting, word: "Not scored", next: `Have ${items(open)} scored by two people` }
  if (split.length > 0) {
    return { ...waiting, word: "Split", next: `Talk about ${some(split)}, where the scorers are far apart` }
  }
  if (byTwo < open) {
    const next =
      scored < open
        ? `Have ${items(open - scored)} scored`
        : `Have ${items(open - byTwo)} scored by a second person`
    return { ...waiting, word: `${byTwo} of ${open} settled`, next }
  }
  return { state: "good", word: "Settled", fact: fact(standing), waits: false, ...when }
}
