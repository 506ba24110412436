"use client"
import { useWorkspace } from "@/components/api/workspace"
import { RelativeTime } from "@/components/ui/relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { type Activity, afterName } from "@/server/products/domain/activity"

/** The latest changes of one product, from the audit trail. */
export function ActivityList({ activity }: { activity: readonly Activity[] }) {
  const { me, now } = useWorkspace()
  return (
    <section className="mt-8">
      <SectionHead title="Activity" note="from the audit trail" />
      {activity.length === 0 ? <p className="hint">Nothing has happened yet.</p> : null}
      <ul className="activity">
        {activity.map((entry) => (
          <li key={entry.id}>
            <p>
              <b>{entry.actor.id === me.id ? "You" : entry.actor.name}</b> {afterName(entry.summary)}
              {entry.reason ? <span className="sub">“{entry.reason}”</span> : null}
            </p>
            <span className="hint">
              <RelativeTime iso={entry.at} now={now} past />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
