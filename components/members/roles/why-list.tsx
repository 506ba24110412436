import { RelativeTime } from "@/components/ui/relative-time"
import { validityWords } from "../prepare-validity"
import type { Why } from "./prepare-access"

/** The grants behind a permission: where, as what, who granted it and why. */
export function WhyList({ why, now }: { why: readonly Why[]; now: string }) {
  return (
    <ul className="grid gap-1">
      {why.map(({ id, where, as, grant }) => {
        const until = validityWords(grant, now)
        return (
          <li key={id}>
            {as} {where}
            {until ? `, ${until}` : ""}
            <span className="sub">
              {grant.grantedBy.name}, <RelativeTime iso={grant.grantedAt} now={now} />: {grant.reason}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
