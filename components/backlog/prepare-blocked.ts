import type { BlockedItem } from "./item-data"

/** Items asked about in one request: as many as its address holds (`maxURLLength` of the API client). */
export const MOST_ASKED = 100

/**
 * The requests that cover the shown items: those made already stay as they are while one of their items is shown, new
 * items come on top. The same array when nothing changes, so that scrolling and loading ask about new items only.
 */
export function blockedRequests(before: readonly string[][], shown: readonly string[]): readonly string[][] {
  const ids = new Set(shown)
  const kept = before.filter((request) => request.some((id) => ids.has(id)))
  for (const id of kept.flat()) ids.delete(id)
  const fresh = [...ids]
  if (fresh.length === 0 && kept.length === before.length) return before
  const requests = [...kept]
  for (let at = 0; at < fresh.length; at += MOST_ASKED) requests.push(fresh.slice(at, at + MOST_ASKED))
  return requests
}

/** "Blocked by NM-12", "Blocked by 3" with the names in `all`; of items that may not be seen only the number. */
export function blockedWords({ blockedBy, keys }: BlockedItem): { text: string; all: string } {
  const [only] = keys
  const hidden = blockedBy - keys.length
  const others = hidden > 0 ? `${hidden} ${keys.length > 0 ? "more" : "you may not see"}` : null
  return {
    text: `Blocked by ${blockedBy === 1 && only ? only : blockedBy}`,
    all: `Waits for ${[keys.join(", "), others].filter(Boolean).join(" and ")}`,
  }
}
