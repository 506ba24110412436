"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { conflictWith, errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import { EVALUATION_STATUS_LABELS, type EvaluationStatus } from "@/server/dpia/domain/assessment-fields"
import type { EvaluationRow } from "@/server/dpia/domain/assessment-row"
import { isPlainPart } from "@/server/dpia/domain/completeness"
import { eventOfPart } from "@/server/dpia/domain/questions"
import { NOT_ESTIMATED } from "@/server/dpia/domain/risk"
import { LevelChoice } from "./level-choice"
import { useAssessment } from "./use-assessment"

const HINTS: Record<1 | 2 | 3, string> = {
  1: "It does not hold: say what is missing",
  2: "It holds if something is improved: say what",
  3: "It holds as it is",
}

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
  const formId = useId()
  const [base, setBase] = useState(evaluation?.version ?? 0)
  const [form, setForm] = useState({
    status: (evaluation?.status ?? 0) as EvaluationStatus,
    comment: evaluation?.comment ?? "",
    plan: evaluation?.plan ?? "",
    residual: evaluation?.residual ?? NOT_ESTIMATED,
    personInCharge: evaluation?.personInCharge ?? "",
    dueOn: evaluation?.dueOn ?? "",
  })
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [theirs, setTheirs] = useState<EvaluationRow>()
  const judge = useMutation(
    trpc.dpia.evaluateParts.mutationOptions({
      onSuccess: async () => {
        await refresh()
        onClose()
      },
      onError: (error) => {
        const found = Object.entries(fieldErrors(error))
        setErrors(
          Object.fromEntries(found.map(([path, text]) => [path.replace(/^evaluations\.0\./, ""), text])),
        )
        setTheirs(conflictWith<EvaluationRow>(error))
      },
    }),
  )
  const statuses = isPlainPart(reference) ? ([3, 1] as const) : ([3, 2, 1] as const)
  const change = (changes: Partial<typeof form>) => setForm((before) => ({ ...before, ...changes }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (judge.isPending) return
    if (form.status === 0) return setErrors({ status: "Choose how it is judged" })
    const one = { ...form, reference, version: base, dueOn: form.dueOn || null }
    judge.mutate({ id: assessment.id, evaluations: [one] })
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || onClose()}
      title={`Judge ${reference.startsWith("3.1.") ? "the measure" : reference}`}
      description={title}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={judge.isPending}>
            Save judgement
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {theirs ? (
          <Notice state="warning">
            <b>
              {theirs.by?.name ?? "Somebody else"} judged it as “{EVALUATION_STATUS_LABELS[theirs.status]}” in
              the meantime.
            </b>{" "}
            <Button
              size="small"
              onClick={() => {
                setBase(theirs.version)
                setTheirs(undefined)
                judge.reset()
              }}
            >
              Put mine on top
            </Button>{" "}
            <Button size="small" onClick={onClose}>
              Keep theirs
            </Button>
          </Notice>
        ) : judge.error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(judge.error)}</Notice>
        ) : null}
        <fieldset className="decision">
          <legend className="sr-only">Judgement</legend>
          {statuses.map((status) => (
            <label key={status} className="check">
              <input
                type="radio"
                name="judgement"
                checked={form.status === status}
                onChange={() => change({ status })}
              />
              <span>
                {EVALUATION_STATUS_LABELS[status]}
                <span className="sub">{HINTS[status]}</span>
              </span>
            </label>
          ))}
          {errors.status ? <p className="bad">{errors.status}</p> : null}
        </fieldset>
        <Field
          label={form.status === 1 ? "What has to be fixed" : "Remark"}
          error={errors.comment}
          optional={form.status !== 1}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={2}
              value={form.comment}
              onChange={(event) => change({ comment: event.target.value })}
            />
          )}
        </Field>
        {form.status === 2 ? (
          <Field
            label="What is to be improved"
            hint="Add it to the action plan too, so that it becomes an item of the backlog"
            error={errors.plan}
            required
          >
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={form.plan}
                onChange={(event) => change({ plan: event.target.value })}
              />
            )}
          </Field>
        ) : null}
        {form.status === 2 && eventOfPart(reference) ? (
          <div className="pair">
            <LevelChoice
              legend="Severity with the action plan"
              scale="severity"
              value={form.residual.severity}
              onChange={(severity) => change({ residual: { ...form.residual, severity } })}
            />
            <LevelChoice
              legend="Likelihood with the action plan"
              scale="likelihood"
              value={form.residual.likelihood}
              onChange={(likelihood) => change({ residual: { ...form.residual, likelihood } })}
            />
          </div>
        ) : null}
        {form.status === 2 ? (
          <div className="pair">
            <Field label="Person in charge" error={errors.personInCharge} optional>
              {(control) => (
                <TextInput
                  {...control}
                  autoComplete="off"
                  value={form.personInCharge}
                  onChange={(event) => change({ personInCharge: event.target.value })}
                />
              )}
            </Field>
            <Field label="By" error={errors.dueOn} optional>
              {(control) => (
                <TextInput
                  {...control}
                  type="date"
                  value={form.dueOn}
                  onChange={(event) => change({ dueOn: event.target.value })}
                />
              )}
            </Field>
          </div>
        ) : null}
      </form>
    </Dialog>
  )
}
