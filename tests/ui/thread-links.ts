import type { ThreadLink } from "@/server/products/domain/thread-link"

/** Four links of a product; the second is cut, the third waits first. */
export const fourLinks: ThreadLink[] = [
  {
    id: "score",
    name: "Score",
    href: "/s",
    state: "good",
    word: "Settled",
    when: "2026-03-12",
    fact: "WSJF **8.4**, rank 2 of 31",
    waits: false,
  },
  {
    id: "health",
    name: "Health",
    href: "/h",
    state: "bad",
    word: "SLA missed",
    fact: "Freshness **47 min**",
    waits: false,
  },
  {
    id: "dpia",
    name: "DPIA",
    href: "/d",
    state: "warning",
    word: "Reopened",
    fact: "Version 3 outdated",
    next: "DPO opinion on version 4",
    owes: { name: "Sofia Lindqvist", by: "2026-10-16" },
    waits: true,
  },
  {
    id: "review",
    name: "Review",
    href: "/r",
    state: "later",
    word: "In 7 days",
    fact: "Last decision: **continue**",
    waits: true,
  },
]
