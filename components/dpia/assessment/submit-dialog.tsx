"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import { useAssessment } from "./use-assessment"

/** Hands the assessment in: what stands there is kept as it is and goes to approval. */
export default function SubmitDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const formId = useId()
  const [note, setNote] = useState("")
  const [dueOn, setDueOn] = useState("")
  const [adjustments, setAdjustments] = useState(assessment.adjustments)
  const refused = assessment.approval?.state === "rejected"
  const submit = useMutation(
    trpc.dpia.submitAssessment.mutationOptions({
      onSuccess: async ({ version }) => {
        notify.success(`Handed in version ${version} of ${assessment.key}`)
        await refresh()
        onClose()
      },
      onError: () => void refresh(),
    }),
  )
  const errors = fieldErrors(submit.error)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (submit.isPending) return
    const { id, lock } = assessment
    submit.mutate({ id, lock, note, dueOn: dueOn || null, adjustments: refused ? adjustments : "" })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Hand in ${assessment.key}`}
      description="It goes to the privacy officers. Any later change begins a new version and outdates the approval."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={submit.isPending}>
            Hand in
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={send} noValidate>
        {submit.error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(submit.error)}</Notice>
        ) : null}
        {refused ? (
          <Field
            label="What was changed since the refusal"
            hint={assessment.approval?.note || undefined}
            error={errors.adjustments}
            required
          >
            {(control) => (
              <TextArea
                {...control}
                value={adjustments}
                onChange={(event) => setAdjustments(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <Field label="Decision wanted by" error={errors.dueOn} optional>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={dueOn}
              onChange={(event) => setDueOn(event.target.value)}
            />
          )}
        </Field>
        <Field label="Note for whoever decides" error={errors.note} optional>
          {(control) => (
            <TextArea {...control} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
