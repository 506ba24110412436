"use client"
import { useWorkspace } from "@/components/api/workspace"
import { Person } from "@/components/ui/person"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import type { ItemEvent } from "../item-data"
import { changeLines } from "./prepare-activity"

type Props = { events: readonly ItemEvent[]; nameOf: (id: string) => string | null }

/** Who did what when, newest first, with both values; from the audit trail. */
export function ItemActivity({ events, nameOf }: Props) {
  const { now } = useWorkspace()
  return (
    <section aria-labelledby="activity">
      <SectionHead id="activity" title="Activity" note="From the audit trail, newest first" />
      {events.length === 0 ? (
        <p className="muted">Nothing is recorded yet.</p>
      ) : (
        <ol className="events">
          {events.map((event) => (
            <li key={event.id}>
              <Person name={event.actorName} size="small" />
              <div>
                <p>
                  <b>{event.actorName}</b>: {event.summary}{" "}
                  <span className="hint">
                    <RelativeTime iso={event.occurredAt} now={now} />
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
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}
