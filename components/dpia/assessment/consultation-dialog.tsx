"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextInput } from "@/components/ui/text-input"
import { consultationClock, consultationProblem } from "@/server/dpia/domain/consultation"
import { shortDay } from "@/server/strategy/domain/day-words"
import { useAssessment } from "./use-assessment"

const DAYS = [
  ["receivedOn", "Request received by the authority", "The day on which the authority received it"],
  [
    "extensionNotifiedOn",
    "Extension notified",
    "The day on which the authority said that it takes six weeks more",
  ],
  ["adviceOn", "Advice received", "The day of the written advice"],
] as const

/** The facts of a consultation; the dates that follow are worked out from them. */
export default function ConsultationDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { now } = useWorkspace()
  const { assessment, refresh } = useAssessment()
  const formId = useId()
  const [facts, setFacts] = useState(assessment.consultation.facts)
  const [problem, setProblem] = useState<Record<string, string>>({})
  const record = useMutation(
    trpc.dpia.recordConsultation.mutationOptions({
      onSuccess: async () => {
        await refresh()
        onClose()
      },
      onError: () => void refresh(),
    }),
  )
  const found = Object.entries(fieldErrors(record.error))
  const errors: Record<string, string> = {
    ...Object.fromEntries(found.map(([path, text]) => [path.replace(/^facts\./, ""), text])),
    ...problem,
  }
  const clock = consultationProblem(facts) ? undefined : consultationClock(facts, now.slice(0, 10))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wrong = consultationProblem(facts)
    setProblem(wrong ? { [wrong.path]: wrong.message } : {})
    if (!wrong && !record.isPending) record.mutate({ id: assessment.id, lock: assessment.lock, facts })
  }
  const suspend = (index: number, changes: Partial<{ from: string; until: string | null }>) =>
    setFacts({
      ...facts,
      suspensions: facts.suspensions.map((one, at) => (at === index ? { ...one, ...changes } : one)),
    })
  const rows = facts.suspensions.map((one, index) => ({ ...one, index }))
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || onClose()}
      title="Prior consultation"
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={record.isPending}>
            Save dates
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {record.error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(record.error)}</Notice>
        ) : null}
        {DAYS.map(([name, label, hint]) => (
          <Field key={name} label={label} hint={hint} error={errors[name]} optional={name !== "receivedOn"}>
            {(control) => (
              <TextInput
                {...control}
                type="date"
                value={facts[name] ?? ""}
                onChange={(event) => setFacts({ ...facts, [name]: event.target.value || null })}
              />
            )}
          </Field>
        ))}
        <fieldset>
          <legend className="label">Days on which the clock stood, while information was awaited</legend>
          {rows.map(({ index, from, until }) => (
            <div key={index} className="pair">
              <Field label="From" error={errors[`suspensions.${index}.from`]} required>
                {(control) => (
                  <TextInput
                    {...control}
                    type="date"
                    value={from}
                    onChange={(event) => suspend(index, { from: event.target.value })}
                  />
                )}
              </Field>
              <Field
                label="Until"
                hint="Empty: it still stands"
                error={errors[`suspensions.${index}.until`]}
                optional
              >
                {(control) => (
                  <TextInput
                    {...control}
                    type="date"
                    value={until ?? ""}
                    onChange={(event) => suspend(index, { until: event.target.value || null })}
                  />
                )}
              </Field>
            </div>
          ))}
          <span className="flex gap-2">
            <Button
              size="small"
              onClick={() =>
                setFacts({
                  ...facts,
                  suspensions: [...facts.suspensions, { from: now.slice(0, 10), until: null }],
                })
              }
            >
              Add suspension
            </Button>
            {rows.length > 0 ? (
              <Button
                size="small"
                variant="quiet"
                onClick={() => setFacts({ ...facts, suspensions: facts.suspensions.slice(0, -1) })}
              >
                Remove the last
              </Button>
            ) : null}
          </span>
        </fieldset>
        {clock ? (
          <p className="muted mt-4">
            <output>
              Advice is due by <b>{shortDay(clock.dueOn)}</b>.
            </output>
          </p>
        ) : null}
      </form>
    </Dialog>
  )
}
