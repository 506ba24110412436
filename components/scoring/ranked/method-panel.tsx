"use client"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { RelativeTime } from "@/components/ui/relative-time"
import { combineRule } from "@/server/scoring/domain/combine"
import { type Framework, keepsManualOrder } from "@/server/scoring/domain/framework"
import { TIE_RULE } from "@/server/scoring/domain/rank"
import { endsWords, scaleWords } from "../prepare-words"

/** How the ranking is made, while no item is chosen. */
export function MethodPanel({ framework, scoredAt }: { framework: Framework; scoredAt: string | null }) {
  const { workspace, now } = useWorkspace()
  return (
    <>
      <h2>How {framework.name} ranks</h2>
      <p className="muted">{framework.description}</p>
      <p className="hint mt-1">
        {framework.source}{" "}
        <Link href={`/${workspace.slug}/settings/frameworks/${framework.key}`}>
          Versions of {framework.name}
        </Link>
      </p>
      <h3>Criteria</h3>
      <dl className="criteria">
        {framework.criteria.map((criterion) => (
          <div key={criterion.key}>
            <dt>{criterion.name}</dt>
            <dd className="muted">
              {scaleWords(criterion)}. {endsWords(criterion)}
            </dd>
          </div>
        ))}
      </dl>
      <h3>Several scorers</h3>
      <p className="muted">
        {combineRule(framework)}{" "}
        {keepsManualOrder(framework) ? "Items of one class keep their manual order." : TIE_RULE}
      </p>
      <p className="hint mt-2">
        Choose a score, or press j, to see why it is what it is.
        {scoredAt ? (
          <>
            {" "}
            Latest score <RelativeTime iso={scoredAt} now={now} />.
          </>
        ) : null}
      </p>
    </>
  )
}
