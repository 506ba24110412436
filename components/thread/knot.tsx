import type { ReactNode } from "react"
import type { ThreadLinkState } from "@/server/products/domain/thread-link"

const shapes: Record<ThreadLinkState, ReactNode> = {
  good: (
    <>
      <circle className="k" cx="9" cy="9" r="8.5" />
      <path className="g" d="M5.7 9.2l2.3 2.4 4.3-5" />
    </>
  ),
  warning: (
    <>
      <path className="k" d="M9-.8 18.8 9 9 18.8-.8 9Z" />
      <path className="g" d="M9 4.9v4.6M9 12.6v.1" />
    </>
  ),
  bad: (
    <>
      <rect className="k" x=".5" y=".5" width="17" height="17" rx="2" />
      <path className="g" d="M6 6l6 6M12 6l-6 6" />
    </>
  ),
  unknown: (
    <>
      <circle className="k" cx="9" cy="9" r="7.5" />
      <path className="g" d="M7.1 7.3c.1-2.4 3.8-2.3 3.8-.1 0 1.4-1.9 1.5-1.9 3.1M9 12.7v.1" />
    </>
  ),
  later: <circle className="k" cx="9" cy="9" r="4.5" />,
}

/** The state of a link as a shape: circle, diamond, square, broken ring, small ring. */
export function Knot({ state }: { state: ThreadLinkState }) {
  return (
    <svg className="knot" viewBox="0 0 18 18" aria-hidden="true">
      {shapes[state]}
    </svg>
  )
}
