"use client"
import Link from "next/link"
import { useId } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { useRowKeys } from "@/components/shell/use-row-keys"
import { buttonClass } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import { RelativeTime } from "@/components/ui/relative-time"
import { groupWaiting, WAITING_KIND_LABELS, type WaitingGroup } from "@/server/home/domain/waiting-groups"
import type { WaitingThing } from "@/server/products/domain/waiting-thing"

const tone: Record<WaitingGroup, string> = { late: "bad", thisWeek: "warning", later: "unknown" }

/** What waits, late first. The first row carries the page's one primary action. */
export function WaitingList({ things }: { things: readonly WaitingThing[] }) {
  const { now } = useWorkspace()
  const id = useId()
  const rows = useRowKeys()
  const groups = groupWaiting(things, now)
  const first = groups[0]?.things[0]
  return (
    <div ref={rows}>
      {groups.map(({ group, label, things: inside }) => (
        <section key={group} aria-labelledby={`${id}-${group}`}>
          <h3 className="waiting-group" id={`${id}-${group}`}>
            {label} <span className="hint">{inside.length}</span>
          </h3>
          <ul>
            {inside.map((thing) => (
              <WaitingRow
                key={`${thing.kind} ${thing.id}`}
                thing={thing}
                tone={tone[group]}
                primary={thing === first}
                now={now}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

type RowProps = { thing: WaitingThing; tone: string; primary: boolean; now: string }

function WaitingRow({ thing, tone, primary, now }: RowProps) {
  const { label, href } = thing.action
  return (
    <li className="waiting">
      <span className="kind">{WAITING_KIND_LABELS[thing.kind].one}</span>
      <div className="what">
        <Link className="plain" data-row href={href}>
          <b>{thing.title}</b>
        </Link>
        <span className="sub">{thing.detail}</span>
      </div>
      <div className={classNames("due", tone)}>
        {thing.due ? <RelativeTime iso={thing.due} now={now} /> : <span className="hint">no date</span>}
        <span className="sub">{thing.state}</span>
      </div>
      <Link
        className={buttonClass({ size: "small", variant: primary ? "primary" : "default" })}
        href={href}
        aria-label={`${label}: ${thing.title}`}
      >
        {label}
      </Link>
    </li>
  )
}
