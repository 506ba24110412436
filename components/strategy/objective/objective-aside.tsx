"use client"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useWorkspace } from "@/components/api/workspace"
import { ActivityList } from "@/components/products/activity-list"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { SectionHead } from "@/components/ui/section-head"
import { OBJECTIVE_STATE_LABELS } from "@/server/strategy/domain/objective"
import { quarterWords } from "@/server/strategy/domain/quarter"
import type { ObjectiveDetails } from "../strategy-data"

const Markdown = dynamic(() => import("@/components/ui/markdown").then((module) => module.Markdown))

/** Why there is the objective, what is funded for it, what was decided, and what happened. */
export function ObjectiveAside({ objective }: { objective: ObjectiveDetails }) {
  const { workspace, now } = useWorkspace()
  const { description, initiatives, decisions, activity, domain, state } = objective
  return (
    <aside aria-label="About the objective">
      <SectionHead title="Why" />
      {description ? (
        <Markdown text={description} />
      ) : (
        <p className="hint">Nobody has written down yet why it matters.</p>
      )}
      <dl className="facts mt-3">
        <dt>State</dt>
        <dd>
          {OBJECTIVE_STATE_LABELS[state]}
          {decisions[0] ? (
            <span className="hint">
              {" "}
              since {shortDate(decisions[0].at, now)}, {decisions[0].by.name}
              {decisions[0].reason ? `: ${decisions[0].reason}` : ""}
            </span>
          ) : null}
        </dd>
        <dt>Domain</dt>
        <dd>{domain?.name ?? "The whole company"}</dd>
      </dl>
      <section className="mt-8">
        <SectionHead
          title="Initiatives"
          right={<Link href={`/${workspace.slug}/strategy/roadmap`}>Open roadmap</Link>}
        />
        {initiatives.length === 0 ? <p className="hint">No initiative is planned for it.</p> : null}
        <ul className="subjects">
          {initiatives.map(({ id, name, startQuarter, endQuarter }) => (
            <li key={id}>
              <span className="name">
                <Link href={`/${workspace.slug}/strategy/roadmap?initiative=${id}`}>{name}</Link>
                <span className="sub">
                  {quarterWords(startQuarter)}
                  {endQuarter === startQuarter ? "" : ` to ${quarterWords(endQuarter)}`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      </section>
      <ActivityList activity={activity} />
    </aside>
  )
}
