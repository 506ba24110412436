import { activityPoints } from "@/server/privacy/domain/activity-content"
import type { ActivityWhole } from "./register-data"

/** An entry point by point with its place in Art. 30; what nobody has said is said to be missing. */
export function ActivityPoints({ activity }: { activity: ActivityWhole }) {
  const points = activityPoints(activity).filter(
    ({ label, values }) => values.length > 0 || !OPTIONAL.has(label),
  )
  return (
    <dl className="points">
      {points.map(({ label, article, values }) => (
        <div key={label}>
          <dt>
            {label}
            {article ? <span className="sub">Art. {article}</span> : null}
          </dt>
          <dd>
            {values.length === 0 ? <span className="unknown">Not said</span> : null}
            {values.map((value) => (
              <p key={value}>{value}</p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** Points that many entries rightly leave open. */
const OPTIONAL = new Set([
  ...["Joint controllers", "Representative", "Condition for special categories", "Impact assessment"],
  ...["Processors and other parties", "Answers for it", "Next review", "Products"],
])
