"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { conflictWith } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import { EVALUATION_STATUS_LABELS, type EvaluationStatus } from "@/server/dpia/domain/assessment-fields"
import type { EvaluationRow } from "@/server/dpia/domain/assessment-row"
import { isPlainPart } from "@/server/dpia/domain/completeness"
import { eventOfPart } from "@/server/dpia/domain/questions"
import { NOT_ESTIMATED } from "@/server/dpia/domain/risk"
import { LevelChoice } from "./level-choice"
import { judgementProblems } from "./prepare-judgement"
import { RadioChoice } from "./radio-choice"
import { useAssessment } from "./use-assessment"

const HINTS: Record<1 | 2 | 3, string> = {
  1: "It does not hold: say what is missing",
  2: "It holds if something is improved: say what",
  3: "It holds as it is",
}

type Status = keyof typeof HINTS

const option = (value: Status) => ({ value, label: EVALUATION_STATUS_LABELS[value], hint: HINTS[value] })

type Props = {
  reference: string
  title: string
  evaluation: EvaluationRow | null
  onClose: () => void
}

/** Judges what somebody else wrote. */
export default function EvaluationDialog({ reference, title, evaluation, onClose }: Props) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const [base, setBase] = useState(evaluation?.version ?? 0)
  const judge = useMutation(trpc.dpia.evaluateParts.mutationOptions())
  const begun = {
    status: (evaluation?.status ?? 0) as EvaluationStatus,
    comment: evaluation?.comment ?? "",
    plan: evaluation?.plan ?? "",
    residual: evaluation?.residual ?? NOT_ESTIMATED,
    personInCharge: evaluation?.personInCharge ?? "",
    dueOn: evaluation?.dueOn ?? "",
  }
  const form = useForm(
    judgementProblems(reference),
    begun,
    async (values) => {
      const one = { ...values, reference, version: base, dueOn: values.dueOn || null }
      await judge.mutateAsync({ id: assessment.id, evaluations: [one] })
      await refresh()
      onClose()
    },
    { draft: `judgement ${assessment.id} ${reference} ${evaluation?.version ?? 0}` },
  )
  const { values, field, set, errors } = form
  const theirs = conflictWith<EvaluationRow>(form.refusal)
  const goOn = (from: EvaluationRow) => {
    setBase(from.version)
    form.goOn()
  }
  const keepTheirs = () => {
    form.discard()
    onClose()
  }
  const improvable = values.status === 2
  return (
    <FormDialog
      form={form}
      wide
      title={`Judge ${reference.startsWith("3.1.") ? "the measure" : reference}`}
      description={title}
      action="Save judgement"
      onClose={onClose}
      notice={
        theirs ? (
          <SavedMeanwhile
            statement={`${theirs.by?.name ?? "Somebody else"} judged it as “${EVALUATION_STATUS_LABELS[theirs.status]}” in the meantime.`}
            choices={[
              { label: "Put mine on top", choose: () => goOn(theirs) },
              { label: "Keep theirs", choose: keepTheirs },
            ]}
          />
        ) : undefined
      }
    >
      <RadioChoice
        legend="Judgement"
        options={(isPlainPart(reference) ? ([3, 1] as const) : ([3, 2, 1] as const)).map(option)}
        value={values.status === 0 ? null : values.status}
        error={errors.status}
        onChange={(status) => set({ status })}
      />
      <TextField
        label={values.status === 1 ? "What has to be fixed" : "Remark"}
        rows={2}
        required={values.status === 1}
        optional={values.status !== 1}
        {...field("comment")}
      />
      {improvable ? (
        <TextField
          label="What is to be improved"
          hint="Add it to the action plan too, so that it becomes an item of the backlog"
          rows={2}
          required
          {...field("plan")}
        />
      ) : null}
      {improvable && eventOfPart(reference) ? (
        <div className="pair">
          <LevelChoice
            legend="Severity with the action plan"
            scale="severity"
            value={values.residual.severity}
            onChange={(severity) => set({ residual: { ...values.residual, severity } })}
          />
          <LevelChoice
            legend="Likelihood with the action plan"
            scale="likelihood"
            value={values.residual.likelihood}
            onChange={(likelihood) => set({ residual: { ...values.residual, likelihood } })}
          />
        </div>
      ) : null}
      {improvable ? (
        <div className="pair">
          <TextField label="Person in charge" optional {...field("personInCharge")} />
          <TextField label="By" type="date" optional {...field("dueOn")} />
        </div>
      ) : null}
    </FormDialog>
  )
}
