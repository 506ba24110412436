"use client"
import dynamic from "next/dynamic"
import { useState } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import type { State } from "@/components/ui/icon"
import { shortDate } from "@/components/ui/prepare-relative-time"
import { StateWord } from "@/components/ui/state-word"
import { EVALUATION_STATUS_LABELS, type EvaluationStatus } from "@/server/dpia/domain/assessment-fields"
import { estimateWords, writersOf } from "./prepare-risks"
import { useAssessment } from "./use-assessment"

const EvaluationDialog = dynamic(() => import("./evaluation-dialog"), { ssr: false })

const LOOKS: Record<EvaluationStatus, State> = { 0: "later", 1: "bad", 2: "warning", 3: "good" }

/** How a part, a question or a measure was judged by somebody who did not write it. */
export function EvaluationBox({ reference, title }: { reference: string; title: string }) {
  const { me, now } = useWorkspace()
  const { assessment, mayEdit } = useAssessment()
  const [open, setOpen] = useState(false)
  const found = assessment.evaluations.find((one) => one.reference === reference)
  const status = found?.status ?? 0
  const wrote = writersOf(reference, assessment).some((id) => id === me.id)
  const refusal = wrote ? "You wrote this; somebody else judges it" : undefined
  return (
    <div className="evaluation">
      <StateWord state={LOOKS[status]}>{EVALUATION_STATUS_LABELS[status]}</StateWord>
      {found && status > 0 ? (
        <span className="hint">
          {found.by?.name ?? "From a file"}
          {found.at ? `, ${shortDate(found.at, now)}` : ""}
        </span>
      ) : null}
      {mayEdit.ok && !refusal ? (
        <Button size="small" variant="quiet" aria-label={`Judge: ${title}`} onClick={() => setOpen(true)}>
          {status === 0 ? "Judge" : "Judge again"}
        </Button>
      ) : mayEdit.ok && status === 0 ? (
        <span className="hint">{refusal}</span>
      ) : null}
      {found?.comment ? <p>{found.comment}</p> : null}
      {found?.plan ? <p>To improve: {found.plan}</p> : null}
      {found && found.residual.severity + found.residual.likelihood > 0 ? (
        <p>With the action plan: {estimateWords(found.residual)}</p>
      ) : null}
      {found?.personInCharge ? (
        <p className="hint">
          {found.personInCharge}
          {found.dueOn ? `, by ${shortDate(found.dueOn, now)}` : ""}
        </p>
      ) : null}
      {open ? (
        <EvaluationDialog
          reference={reference}
          title={title}
          evaluation={found ?? null}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </div>
  )
}
