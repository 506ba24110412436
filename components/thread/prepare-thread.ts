import { shortDate, weekdayDate } from "@/components/ui/prepare-relative-time"
import type { ThreadLink } from "@/server/products/domain/thread-link"

/** Where the text and the key stand below a thread of `count` links when the weight hangs at column `at` (from 0). */
export function hangColumns(
  count: number,
  at: number,
): { side: "left" | "right"; now: string; key: string | undefined } {
  const key = Math.max(1, Math.round((count * 2) / 11))
  if (at > count / 2) return { side: "left", now: `${key + 1} / ${at + 1}`, key: `1 / ${key + 1}` }
  if (at >= key) return { side: "right", now: `${at + 1} / -1`, key: `1 / ${key + 1}` }
  const roomAfter = count - key > at
  return roomAfter
    ? { side: "right", now: `${at + 1} / ${count - key + 1}`, key: `${count - key + 1} / -1` }
    : { side: "right", now: `${at + 1} / -1`, key: undefined }
}

/** By when: "by 16 Oct", "today", or "was due 9 Oct". `now` is ISO-8601 UTC. */
export function dueWords(by: string, now: string): { text: string; overdue: boolean } {
  const today = now.slice(0, 10)
  const day = by.slice(0, 10)
  if (day === today) return { text: "today", overdue: false }
  const date = shortDate(by, now)
  return day < today ? { text: `was due ${date}`, overdue: true } : { text: `by ${date}`, overdue: false }
}

/** The one thing to do: "DPO opinion on version 4, from Sofia Lindqvist by Fri 16 Oct". */
export function thingToDo(link: ThreadLink, now: string): string {
  const what = link.next ?? `${link.name} waits`
  if (!link.owes) return what
  const { name, by } = link.owes
  if (!by) return `${what}, from ${name}`
  const due = dueWords(by, now)
  const when = due.text === "today" ? "today" : `${due.overdue ? "was due" : "by"} ${weekdayDate(by)}`
  return `${what}, from ${name}${due.overdue ? ", " : " "}${when}`
}
