import { PART_LABELS } from "@/server/approvals/domain/approval"
import type { Approval } from "../approval-data"

/** Whose work it is, hence who cannot approve it, and who was asked by name. */
export function PeopleList({ approval }: { approval: Approval }) {
  const byPerson = Map.groupBy(approval.contributors, ({ id }) => id)
  return (
    <>
      <ul className="approval-people">
        {[...byPerson.values()].map((parts) => (
          <li key={parts[0]?.id}>
            {parts[0]?.name}
            {parts[0]?.leftAt ? <span className="muted"> (left)</span> : null}{" "}
            <span className="muted">
              {parts.map(({ part }) => PART_LABELS[part].toLowerCase()).join(", ")}
            </span>
          </li>
        ))}
      </ul>
      <p className="hint">Nobody named here can approve it, nor anybody who acts for them.</p>
      {approval.reviewers.length > 0 ? (
        <p className="mt-2">
          Asked by name:{" "}
          {approval.reviewers.map(({ name, leftAt }) => (leftAt ? `${name} (left)` : name)).join(", ")}
        </p>
      ) : null}
    </>
  )
}
