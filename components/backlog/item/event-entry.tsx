"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Person } from "@/components/ui/person"
import { RelativeTime } from "@/components/ui/relative-time"
import type { ItemEvent } from "../item-data"
import { changeLines } from "./prepare-activity"

type Props = { event: ItemEvent; nameOf: (id: string) => string | null }

/** Who did what when, with both values; from the audit trail. */
export function EventEntry({ event, nameOf }: Props) {
  const { now } = useWorkspace()
  return (
    <div className="event">
      <Person name={event.actorName} size="small" />
      <div>
        <p>
          <b>{event.actorName}</b>: {event.summary}{" "}
          <span className="hint">
            <RelativeTime iso={event.occurredAt} now={now} past />
          </span>
        </p>
        {changeLines(event, nameOf).map((line) => (
          <p key={line.field} className="change">
            {line.label}: <del>{line.from}</del> <span aria-hidden="true">→</span>{" "}
            <span className="sr-only">to</span> <ins>{line.to}</ins>
          </p>
        ))}
        {event.reason ? <p className="change">Reason: {event.reason}</p> : null}
      </div>
    </div>
  )
}
