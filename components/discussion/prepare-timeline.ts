import type { Comment } from "./discussion-data"

export type TimelineEvent = { id: string; occurredAt: string; action: string }
export type Entry<E> =
  | { kind: "comment"; id: string; at: string; comment: Comment }
  | { kind: "event"; id: string; at: string; event: E }

export type Shown = "all" | "comments" | "changes"
export const SHOWN_WORDS: Record<Shown, string> = { all: "All", comments: "Comments", changes: "Changes" }

/** Told by the comments themselves, or by nobody. */
const SILENT = /^discussion\.(addComment|editComment|withdrawComment|readMentions)$/

/** Comments and changes in one line of time, newest first. */
export function mergeEntries<E extends TimelineEvent>(
  comments: readonly Comment[],
  events: readonly E[],
  shown: Shown,
): Entry<E>[] {
  const said: Entry<E>[] = comments.map((comment) => ({
    kind: "comment",
    id: comment.id,
    at: comment.createdAt,
    comment,
  }))
  const done: Entry<E>[] = events
    .filter(({ action }) => !SILENT.test(action))
    .map((event) => ({ kind: "event", id: event.id, at: event.occurredAt, event }))
  const entries = [...(shown === "changes" ? [] : said), ...(shown === "comments" ? [] : done)]
  return entries.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
}
