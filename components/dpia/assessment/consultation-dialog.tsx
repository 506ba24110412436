"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useForm } from "@/components/shell/use-form"
import { Button } from "@/components/ui/button"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { Notice } from "@/components/ui/notice"
import {
  type ConsultationFacts,
  consultationClock,
  consultationProblem,
} from "@/server/dpia/domain/consultation"
import { dossierState } from "@/server/dpia/domain/dossier"
import { shortDay } from "@/server/strategy/domain/day-words"
import { useDossier } from "../dossier/use-dossier"
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

function problemsOf(facts: ConsultationFacts): Record<string, string> {
  const wrong = consultationProblem(facts)
  return wrong ? { [wrong.path]: wrong.message } : {}
}

/** The facts of a consultation; the dates that follow are worked out from them. */
export default function ConsultationDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const today = useWorkspace().now.slice(0, 10)
  const { assessment, refresh } = useAssessment()
  const { id, lock, consultation } = assessment
  const record = useMutation(trpc.dpia.recordConsultation.mutationOptions({ onError: () => void refresh() }))
  const form = useForm(
    problemsOf,
    consultation.facts,
    async (facts) => {
      await record.mutateAsync({ id, lock, facts })
      await refresh()
      onClose()
    },
    { draft: `consultation ${id} ${assessment.version}` },
  )
  const { values: facts, set, errors } = form
  const parts = useDossier(assessment)
  const dossier = parts && dossierState(parts)
  const { suspensions } = facts
  const clock = consultationProblem(facts) ? undefined : consultationClock(facts, today)
  const suspend = (index: number, changes: Partial<(typeof suspensions)[number]>) =>
    set({ suspensions: suspensions.map((one, at) => (at === index ? { ...one, ...changes } : one)) })
  const rows = suspensions.map((one, index) => ({ ...one, index }))
  return (
    <FormDialog form={form} wide title="Prior consultation" action="Save dates" onClose={onClose}>
      {consultation.facts.receivedOn === null && dossier?.complete === false ? (
        <div className="mb-4">
          <Notice state="warning">
            <b>The dossier is not complete.</b> {dossier.words}. The authority may ask for the rest, and its
            clock may stand until then.
          </Notice>
        </div>
      ) : null}
      {DAYS.map(([name, label, hint]) => (
        <TextField
          key={name}
          label={label}
          hint={hint}
          type="date"
          optional={name !== "receivedOn"}
          value={facts[name] ?? ""}
          error={errors[name]}
          onChange={(day) => set({ [name]: day || null })}
        />
      ))}
      <fieldset>
        <legend className="label">Days on which the clock stood, while information was awaited</legend>
        {rows.map(({ index, from, until }) => (
          <div key={index} className="pair">
            <TextField
              label="From"
              type="date"
              required
              value={from}
              error={errors[`suspensions.${index}.from`]}
              onChange={(day) => suspend(index, { from: day })}
            />
            <TextField
              label="Until"
              hint="Empty: it still stands"
              type="date"
              optional
              value={until ?? ""}
              error={errors[`suspensions.${index}.until`]}
              onChange={(day) => suspend(index, { until: day || null })}
            />
          </div>
        ))}
        <span className="flex gap-2">
          <Button
            size="small"
            onClick={() => set({ suspensions: [...suspensions, { from: today, until: null }] })}
          >
            Add suspension
          </Button>
          {rows.length > 0 ? (
            <Button
              size="small"
              variant="quiet"
              onClick={() => set({ suspensions: suspensions.slice(0, -1) })}
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
    </FormDialog>
  )
}
