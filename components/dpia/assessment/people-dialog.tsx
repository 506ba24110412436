"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useFormDraft } from "@/components/shell/use-form-draft"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextArea } from "@/components/ui/text-area"
import { OpinionFields } from "./opinion-fields"
import { useAssessment } from "./use-assessment"

/** Records what the people concerned think, or why they were not asked. */
export default function PeopleDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const formId = useId()
  const draft = useFormDraft(`people ${assessment.id} ${assessment.version}`, assessment.people)
  const [problem, setProblem] = useState<Record<string, string>>({})
  const form = draft.value
  const change = (changes: Partial<typeof form>) => draft.change({ ...form, ...changes })
  const close = () => {
    draft.forget()
    onClose()
  }
  const record = useMutation(
    trpc.dpia.recordViews.mutationOptions({
      onSuccess: async () => {
        await refresh()
        close()
      },
      onError: () => void refresh(),
    }),
  )
  const found = Object.entries(fieldErrors(record.error))
  const errors = {
    ...Object.fromEntries(found.map(([path, text]) => [path.replace(/^people\./, ""), text])),
    ...problem,
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (record.isPending) return
    const target = { id: assessment.id, lock: assessment.lock }
    const { sought, status, names, opinion, reason } = form
    if (sought === null) return setProblem({ sought: "Say whether they were asked" })
    if (!sought) return record.mutate({ ...target, people: { sought, reason } })
    if (status === null) return setProblem({ status: "Say whether it is in favour or against" })
    setProblem({})
    record.mutate({ ...target, people: { sought, names, opinion, status } })
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || close()}
      title="Views of the people concerned"
      description="Ask them or those who speak for them where it is appropriate, for example the works council or a consumer panel."
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={record.isPending}>
            Save views
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {record.error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(record.error)}</Notice>
        ) : null}
        <fieldset className="decision">
          <legend>Were they asked?</legend>
          {[true, false].map((sought) => (
            <label key={String(sought)} className="check">
              <input
                type="radio"
                name="sought"
                checked={form.sought === sought}
                onChange={() => change({ sought })}
              />
              <span>{sought ? "Yes" : "No"}</span>
            </label>
          ))}
          {problem.sought ? <p className="bad">{problem.sought}</p> : null}
        </fieldset>
        {form.sought === true ? (
          <OpinionFields
            words={{
              names: "Who was asked",
              namesHint: "People, or who speaks for them",
              opinion: "What they think",
            }}
            form={form}
            errors={errors}
            onChange={change}
          />
        ) : null}
        {form.sought === false ? (
          <Field label="Why not" error={errors.reason} required>
            {(control) => (
              <TextArea
                {...control}
                value={form.reason}
                onChange={(event) => change({ reason: event.target.value })}
              />
            )}
          </Field>
        ) : null}
      </form>
    </Dialog>
  )
}
