"use client"
import "./dod.css"
import { useQuery } from "@tanstack/react-query"
import dynamic from "next/dynamic"
import { useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPC, useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { ErrorState } from "@/components/ui/error-state"
import { ProgressBar } from "@/components/ui/progress-bar"
import { SectionHead } from "@/components/ui/section-head"
import { SkeletonLines } from "@/components/ui/skeleton"
import { DELIVERABLE_LABELS, type Subject } from "@/server/dod/domain/deliverable"
import type { Scope } from "@/server/kernel/domain/grants"
import { CheckEntry } from "./check-entry"
import type { CheckAct, Checklist, ChecklistAnswer, CheckRow } from "./done-data"
import { NewerVersion } from "./newer-version"
import { standingWords } from "./prepare-checklist"
import { useChecklistChanged } from "./use-checklist"

const DeliverableDialog = dynamic(() => import("./deliverable-dialog"), { ssr: false })
const MarkDialog = dynamic(() => import("./mark-dialog"), { ssr: false })
const ReviewDialog = dynamic(() => import("./review-dialog"), { ssr: false })
const WaiverDialog = dynamic(() => import("./waiver-dialog"), { ssr: false })

type Props = { subject: Subject; scope: Scope }

/** What an item or a product has to hold before it is done, and how each check stands now. */
export default function ChecklistSection({ subject, scope }: Props) {
  const trpc = useTRPC()
  const { may } = useWorkspace()
  const query = useQuery(trpc.dod.getChecklist.queryOptions({ subject }))
  const [choosing, setChoosing] = useState(false)
  const allowed = may("dod.check", scope)
  const reason = allowed.ok ? undefined : allowed.reason
  const answer = query.data
  const checklist = answer?.checklist
  const noneReason =
    answer?.deliverables.length === 0
      ? "No Definition of Done is published yet. A delivery lead does that in the settings"
      : reason
  const doneReason = answer?.done ? "It is done, and keeps what it was finished with" : reason
  return (
    <section aria-labelledby="definition-of-done" className="dod">
      <SectionHead
        id="definition-of-done"
        title="Definition of Done"
        note={
          checklist
            ? `${DELIVERABLE_LABELS[checklist.deliverable]}, version ${checklist.templateVersion}`
            : undefined
        }
        right={
          checklist ? (
            <Button
              size="small"
              variant="quiet"
              disabledReason={doneReason}
              onClick={() => setChoosing(true)}
            >
              Change deliverable
            </Button>
          ) : undefined
        }
      />
      {query.error ? (
        <ErrorState title="The checklist could not be read" retry={() => void query.refetch()}>
          {errorMessage(query.error)}
        </ErrorState>
      ) : null}
      {!answer && !query.error ? <SkeletonLines lines={3} label="Loading the checklist" /> : null}
      {answer && !checklist ? (
        <div className="dod-none">
          <p className="muted">
            Say what it delivers, and its checks appear here: some are marked by people with evidence, others
            are computed from facts. A board can ask for them before Done.
          </p>
          <Button disabledReason={noneReason} onClick={() => setChoosing(true)}>
            Choose deliverable
          </Button>
        </div>
      ) : null}
      {answer && checklist ? (
        <Checks subject={subject} answer={answer} checklist={checklist} reason={reason} />
      ) : null}
      {choosing && answer ? (
        <DeliverableDialog
          subject={subject}
          name={answer.name}
          deliverables={answer.deliverables}
          present={checklist?.deliverable ?? null}
          onClose={() => setChoosing(false)}
        />
      ) : null}
    </section>
  )
}

type ChecksProps = {
  subject: Subject
  answer: ChecklistAnswer
  checklist: Checklist
  reason: string | undefined
}

function Checks({ subject, answer, checklist, reason }: ChecksProps) {
  const api = useTRPCClient()
  const changed = useChecklistChanged()
  const [act, setAct] = useState<{ kind: CheckAct; row: CheckRow } | null>(null)
  const close = () => setAct(null)
  const { standing, rows } = checklist
  return (
    <>
      {checklist.newer ? (
        <NewerVersion
          subject={subject}
          newer={checklist.newer}
          version={checklist.version}
          reason={answer.done ? "It is done, and keeps the version it was finished with" : reason}
        />
      ) : null}
      <ProgressBar
        label="Required checks that hold"
        value={standing.held}
        max={standing.total}
        words={standingWords(standing)}
      />
      <ul className="dod-checks">
        {rows.map((row) => (
          <CheckEntry
            key={row.key}
            row={row}
            reviews={row.check === "peer-reviewed" ? checklist.reviews : []}
            reason={reason}
            onAct={(kind) => setAct({ kind, row })}
          />
        ))}
      </ul>
      {act?.kind === "mark" ? <MarkDialog subject={subject} row={act.row} onClose={close} /> : null}
      {act?.kind === "waive" ? <WaiverDialog subject={subject} row={act.row} onClose={close} /> : null}
      {act?.kind === "review" ? <ReviewDialog subject={subject} answer={answer} onClose={close} /> : null}
      <ConfirmDialog
        open={act?.kind === "reopen"}
        onOpenChange={(open) => !open && close()}
        title={`Open “${act?.row.title ?? ""}” again?`}
        description="The check counts as missing from now on. Who marked it, when and with what evidence stays on record."
        action="Open check again"
        danger={false}
        ask={{ kind: "reason" }}
        onConfirm={async (why) => {
          if (!act) return
          await api.dod.reopenCheck.mutate({ subject, checkKey: act.row.key, reason: why })
          await changed()
        }}
      />
    </>
  )
}
