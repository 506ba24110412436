"use client"
import { useMutation } from "@tanstack/react-query"
import Link from "next/link"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { ApprovalPanel } from "@/components/approvals/approval-panel"
import { ASSESSMENT_LOOKS } from "@/components/dpia/prepare-states"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { RelativeTime } from "@/components/ui/relative-time"
import { StateWord } from "@/components/ui/state-word"
import { notify } from "@/components/ui/toast"
import { ASSESSMENT_STATE_LABELS } from "@/server/dpia/domain/assessment-row"
import { obstacleOf } from "./prepare-register"
import type { ActivityDetails } from "./register-data"
import { useRefreshRegister } from "./use-refresh-register"

/** What Art. 30 misses, the approval, the assessment, and who wrote. */
export function ActivitySide({ activity }: { activity: ActivityDetails }) {
  const { workspace, now } = useWorkspace()
  const { gaps, unnamed, assessment, editors } = activity
  return (
    <aside aria-label="Completeness and approval" className="dpia-side">
      <section aria-labelledby="gaps">
        <h2 id="gaps">Complete for Art. 30</h2>
        {gaps.length === 0 ? (
          <StateWord state="good">Nothing is missing</StateWord>
        ) : (
          <ul className="gap-list">
            {gaps.map(({ article, missing }) => (
              <li key={`${article} ${missing}`}>
                <span className="tag">{article}</span>
                {missing}
              </li>
            ))}
          </ul>
        )}
        {unnamed.length > 0 ? (
          <p className="mt-3">
            <StateWord state="warning">Its products also hold</StateWord>{" "}
            {unnamed.map(({ name }) => name).join(", ")}. Add it, or say in the purposes why it is not used.
          </p>
        ) : null}
      </section>
      <HandIn activity={activity} />
      {assessment ? (
        <section aria-labelledby="assessment">
          <h2 id="assessment">Impact assessment</h2>
          <p>
            <Link href={`/${workspace.slug}/privacy/assessments/${assessment.key}`}>{assessment.name}</Link>{" "}
            <span className="tag">{assessment.key}</span>
          </p>
          <StateWord state={ASSESSMENT_LOOKS[assessment.state]}>
            {ASSESSMENT_STATE_LABELS[assessment.state]}
          </StateWord>
        </section>
      ) : null}
      <section aria-labelledby="written">
        <h2 id="written">Written by</h2>
        <ul>
          {editors.slice(0, 6).map(({ version, by, at }) => (
            <li key={`${version} ${by.id}`}>
              {by.name}{" "}
              <span className="hint">
                v{version}, <RelativeTime iso={at} now={now} past />
              </span>
            </li>
          ))}
        </ul>
      </section>
    </aside>
  )
}

function HandIn({ activity }: { activity: ActivityDetails }) {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const refresh = useRefreshRegister()
  const submit = useMutation(
    trpc.privacy.submitActivity.mutationOptions({
      onSuccess: async () => {
        notify.success("Handed in for approval")
        await refresh()
      },
    }),
  )
  const { id, version, state, gaps } = activity
  const mayEdit = may("privacy.edit")
  const done = state === "approved" || state === "in_review"
  return (
    <section aria-labelledby="approval">
      <h2 id="approval">Approval</h2>
      <ApprovalPanel
        kind="processing"
        subjectId={id}
        current={version}
        empty="The privacy officer confirms that the entry is complete and right. Who wrote it cannot."
      />
      {submit.error ? <Notice state="bad">{errorMessage(submit.error)}</Notice> : null}
      {done ? null : (
        <div className="mt-3">
          <Button
            disabledReason={mayEdit.ok ? obstacleOf(state, gaps) : mayEdit.reason}
            pending={submit.isPending}
            onClick={() => submit.mutate({ id, version })}
          >
            Hand in version {version}
          </Button>
        </div>
      )}
    </section>
  )
}
