import { classNames } from "@/components/ui/class-names"
import type { ThreadLink, ThreadLinkState } from "@/server/products/domain/thread-link"
import { miniCord, miniThreadLabel } from "./prepare-mini-thread"

type Props = { links: readonly Pick<ThreadLink, "id" | "name" | "state" | "waits">[]; size?: "large" }

/** The thread inside a table row: the same drawing without words, and a spoken label instead. */
export function MiniThread({ links, size }: Props) {
  const width = Math.max(0, links.length - 1) * 12 + 8
  const at = links.findIndex((link) => link.waits)
  const x = 4 + at * 12
  return (
    <svg
      className={classNames("mini", size)}
      style={{ width: `${(width / 16) * (size === "large" ? 1.3125 : 1.03125)}rem` }}
      viewBox={`0 0 ${width} 16`}
      role="img"
      aria-label={miniThreadLabel(links)}
    >
      {links.slice(0, -1).map((link, index) => (
        <path key={link.id} className={`c ${link.state}`} d={miniCord(link.state, index)} />
      ))}
      {links.map((link, index) => (
        <Station key={link.id} state={link.state} x={4 + index * 12} />
      ))}
      {at >= 0 ? (
        <>
          <path className="w" d={`M${x} 7.5V11`} />
          <path className="b" d={`M${x - 2} 10.5h4q-.2 3-2 6-1.8-3-2-6Z`} />
        </>
      ) : null}
    </svg>
  )
}

function Station({ state, x }: { state: ThreadLinkState; x: number }) {
  const className = `m ${state}`
  if (state === "warning") return <path className={className} d={`M${x} .5l3.5 3.5-3.5 3.5-3.5-3.5Z`} />
  if (state === "bad") return <rect className={className} x={x - 2.8} y="1.2" width="5.6" height="5.6" />
  return <circle className={className} cx={x} cy="4" r={state === "unknown" ? 2.6 : 1.6} />
}
