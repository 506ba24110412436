"use client"
import { useMutation } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import Link from "next/link"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { ApprovalPanel } from "@/components/approvals/approval-panel"
import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { SectionHead } from "@/components/ui/section-head"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import { CONFIRMATIONS } from "@/server/dpia/domain/completeness"
import { stopOfProblem } from "./prepare-validation"
import { useAssessment, useEditReason } from "./use-assessment"

const SubmitDialog = dynamic(() => import("./submit-dialog"), { ssr: false })

/** What is missing, what is confirmed by signing, when it is looked at again, and the approval. */
export function ValidationSection() {
  const { assessment } = useAssessment()
  const reason = useEditReason()
  const [open, setOpen] = useState(false)
  const { problems, state } = assessment
  const waits =
    state === "in_review" ? "It waits for approval" : state === "approved" ? "It is approved" : undefined
  const missing =
    problems.length > 0
      ? `${problems.length} ${problems.length === 1 ? "thing is" : "things are"} missing, see above`
      : undefined
  return (
    <>
      <section className="question">
        <SectionHead title="What is still missing" note="Art. 35(7), WP248 Annex 2" />
        {problems.length === 0 ? (
          <p>
            <Icon name="good" className="good" /> Nothing: every part is answered and judged, and advice and
            views are recorded.
          </p>
        ) : (
          <ul className="missing">
            {problems.map((problem) => (
              <li key={problem}>
                <Icon name="warning" className="warning" />{" "}
                <Link href={`?part=${stopOfProblem(problem)}`} scroll={false}>
                  {problem}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="question">
        <SectionHead title="What is confirmed by approving" />
        <p className="muted">
          Whoever approves signs, with their password again, that they have examined it and that
        </p>
        <ol className="confirmations">
          {CONFIRMATIONS.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
        <p className="hint">
          Who wrote in it or judged it cannot approve it. The officer who advised can: advice is no
          authorship.
        </p>
      </section>
      <ReviewDay />
      <section className="question">
        <SectionHead title="Approval" />
        <ApprovalPanel
          kind="dpia"
          subjectId={assessment.id}
          current={assessment.version}
          empty="Approval was not asked for yet."
        />
        {waits ? null : (
          <div className="mt-3">
            <Button variant="primary" disabledReason={reason ?? missing} onClick={() => setOpen(true)}>
              Hand in for approval
            </Button>
          </div>
        )}
      </section>
      {open ? <SubmitDialog onClose={() => setOpen(false)} /> : null}
    </>
  )
}

/** When the assessment is looked at again at the latest (Art. 35(11)). */
function ReviewDay() {
  const trpc = useTRPC()
  const { now } = useWorkspace()
  const { assessment, mayEdit, refresh } = useAssessment()
  const update = useMutation(
    trpc.dpia.updateAssessment.mutationOptions({
      onSettled: () => refresh(),
      onError: (error) => notify.error(errorMessage(error)),
    }),
  )
  const { reviewOn } = assessment
  const late = reviewOn !== null && reviewOn < now.slice(0, 10)
  return (
    <section className="question">
      <SectionHead title="Next review" note="At least when the risk changes, Art. 35(11) GDPR" />
      {mayEdit.ok ? (
        <TextInput
          key={reviewOn}
          type="date"
          aria-label="Next review"
          className="review-day"
          defaultValue={reviewOn ?? ""}
          onBlur={(event) => {
            const day = event.target.value || null
            if (day !== reviewOn)
              update.mutate({ id: assessment.id, lock: assessment.lock, changes: { reviewOn: day } })
          }}
        />
      ) : (
        <p>{reviewOn ?? "Not set"}</p>
      )}
      {late ? (
        <p className="bad">
          <Icon name="bad" /> The review is late.
        </p>
      ) : null}
    </section>
  )
}
