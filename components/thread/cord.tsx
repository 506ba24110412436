import type { ThreadLinkState } from "@/server/products/domain/thread-link"

const wide: Record<ThreadLinkState, string> = {
  good: "M0 0Q50 0 100 0",
  warning: "M0 0Q50 20 100 0",
  bad: "M0 0C20 2 34 6 39 25M61 25C66 6 80 2 100 0",
  unknown: "M0 0Q50 14 100 0",
  later: "M0 0Q50 0 100 0",
}
const tall: Record<ThreadLinkState, string> = {
  good: "M0 0Q0 50 0 100",
  warning: "M0 0Q9 50 0 100",
  bad: "M0 0C1 20 4 34 12 40M12 60C4 66 1 80 0 100",
  unknown: "M0 0Q6.3 50 0 100",
  later: "M0 0Q0 50 0 100",
}

/** The line to the next link: taut, slack, cut, dashed or dotted. Both directions are drawn; the width shows one. */
export function Cord({ state }: { state: ThreadLinkState }) {
  return (
    <>
      <svg className="cord h" viewBox="0 0 100 28" preserveAspectRatio="none" aria-hidden="true">
        <path d={wide[state]} />
      </svg>
      <svg className="cord v" viewBox="0 0 18 100" preserveAspectRatio="none" aria-hidden="true">
        <path d={tall[state]} />
      </svg>
    </>
  )
}
