/** How one link of a product's thread stands. `later` is not due yet and counts neither way. */
export type ThreadLinkState = "good" | "warning" | "bad" | "unknown" | "later"

/** One link of a product's thread, as a feature reports it. Dates are "YYYY-MM-DD" or ISO-8601 UTC. */
export type ThreadLink = {
  id: string
  name: string
  href: string
  state: ThreadLinkState
  /** The state in the feature's own words: "In force", "9 of 11 checks". */
  word: string
  when?: string
  /** One sentence; **two stars** emphasise the figure. */
  fact: string
  next?: string
  owes?: { name: string; by?: string }
  /** True while somebody has to act before the thread can go on. */
  waits: boolean
}

/** The link the weight hangs from: the first one, in the order of the thread, that waits. */
export function firstWaiting<T extends Pick<ThreadLink, "waits">>(links: readonly T[]): T | undefined {
  return links.find((link) => link.waits)
}

const words: readonly (readonly [ThreadLinkState, string])[] = [
  ["warning", "slack"],
  ["bad", "cut"],
  ["unknown", "without data"],
]

/** The thread in one phrase: "6 of 11 links hold, 2 slack, 1 cut, 1 without data". Later links are only in the total. */
export function threadSummary(links: readonly Pick<ThreadLink, "state">[]): string {
  if (links.length === 0) return "No links yet"
  const count = (state: ThreadLinkState) => links.filter((link) => link.state === state).length
  const good = count("good")
  const hold =
    links.length === 1
      ? `${good} of 1 link holds`
      : `${good} of ${links.length} links ${good === 1 ? "holds" : "hold"}`
  const rest = words.filter(([state]) => count(state) > 0).map(([state, word]) => `${count(state)} ${word}`)
  return [hold, ...rest].join(", ")
}
