"use client"
import { useQuery } from "@tanstack/react-query"
import Link from "next/link"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { buttonClass } from "@/components/ui/button"
import { ErrorState } from "@/components/ui/error-state"
import { RelativeTime } from "@/components/ui/relative-time"
import { SkeletonLines } from "@/components/ui/skeleton"
import type { ApprovalKind } from "@/server/approvals/domain/kinds"
import { ApprovalState } from "./approval-state"
import "./approvals.css"

type Props = {
  kind: ApprovalKind
  subjectId: string
  /** The present version of the subject, where the page knows it. */
  current?: number
  /** What to say while approval was never asked. */
  empty?: string
}

/** On the page of a subject: how its approval stands, who signed, and the way to the decision. */
export function ApprovalPanel({
  kind,
  subjectId,
  current,
  empty = "Nobody has asked for approval yet.",
}: Props) {
  const trpc = useTRPC()
  const { workspace, now } = useWorkspace()
  const { data, error, refetch, isPending } = useQuery(
    trpc.approvals.getSubjectApproval.queryOptions({ kind, subjectId }),
  )
  if (isPending) return <SkeletonLines lines={2} label="Loading the approval" />
  if (error) {
    return (
      <ErrorState title="The approval could not be read" retry={() => void refetch()}>
        {errorMessage(error)}
      </ErrorState>
    )
  }
  if (!data) return <p className="muted">{empty}</p>
  const shown = { ...data, approvals: data.approvals.length }
  return (
    <div className="approval-panel">
      <p>
        <ApprovalState approval={shown} current={current} />{" "}
        <span className="muted">
          asked by {data.requestedBy.name} <RelativeTime iso={data.requestedAt} now={now} past />
          {data.state === "open" && data.dueOn ? `, due ${data.dueOn}` : null}
        </span>
      </p>
      {data.approvals.length > 0 ? (
        <ul>
          {data.approvals.map(({ name, at, onBehalfOf }) => (
            <li key={`${name} ${at}`}>
              {name}
              {onBehalfOf ? ` on behalf of ${onBehalfOf}` : null}{" "}
              <span className="muted">
                approved <RelativeTime iso={at} now={now} past />
              </span>
            </li>
          ))}
        </ul>
      ) : null}
      {data.note ? <p className="approval-note">{data.note}</p> : null}
      <Link
        className={buttonClass({ size: "small" })}
        href={`/${workspace.slug}/approvals/${data.requestId}`}
      >
        Open decision
      </Link>
    </div>
  )
}
