import { firstWaiting, type ThreadLink, type ThreadLinkState } from "@/server/products/domain/thread-link"

type Station = Pick<ThreadLink, "id" | "name" | "state" | "waits">

const spoken: Record<ThreadLinkState, string> = {
  good: "holds",
  warning: "slack",
  bad: "cut",
  unknown: "no data",
  later: "to come",
}

/** The thread as a sentence for a row: "Thread: DPIA slack, Health cut; waits at DPIA". */
export function miniThreadLabel(links: readonly Station[]): string {
  const open = links
    .filter((link) => link.state !== "good")
    .map((link) => `${link.name} ${spoken[link.state]}`)
  const waiting = firstWaiting(links)
  const states = open.length > 0 ? open.join(", ") : "every link holds"
  return `Thread: ${states}${waiting ? `; waits at ${waiting.name}` : ""}`
}

/** The line from station `index` to the next, in a drawing of 12 units per station at height 4. */
export function miniCord(state: ThreadLinkState, index: number): string {
  const from = 4 + index * 12
  const to = from + 12
  if (state === "bad") {
    return `M${from} 4C${from + 2.5} 4 ${from + 4.5} 5 ${from + 4.5} 11M${to - 4.5} 11C${to - 4.5} 5 ${to - 2.5} 4 ${to} 4`
  }
  const sag = state === "warning" ? 10 : state === "unknown" ? 8 : 4
  return `M${from} 4Q${from + 6} ${sag} ${to} 4`
}
