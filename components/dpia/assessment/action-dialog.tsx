"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { usePeople } from "@/components/members/use-people"
import { useFormDraft } from "@/components/shell/use-form-draft"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import { referenceChoices } from "./prepare-risks"
import { useAssessment } from "./use-assessment"

/** Plans an action, which becomes an item of the backlog. */
export default function ActionDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const formId = useId()
  const people = usePeople([assessment.author])
  const draft = useFormDraft(`action ${assessment.id}`, {
    ...{ title: "", description: "", ownerId: "", dueOn: "", reference: "" },
  })
  const form = draft.value
  const change = (changes: Partial<typeof form>) => draft.change({ ...form, ...changes })
  const [problems, setProblems] = useState<Record<string, string>>({})
  const close = () => {
    draft.forget()
    onClose()
  }
  const add = useMutation(
    trpc.dpia.addAction.mutationOptions({
      onSuccess: async ({ itemKey }) => {
        notify.success(`Added ${itemKey} to the action plan`)
        await refresh()
        close()
      },
    }),
  )
  const errors = { ...fieldErrors(add.error), ...problems }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (add.isPending) return
    const missing = {
      ...(form.title.trim() ? {} : { title: "Say what is to be done" }),
      ...(form.ownerId ? {} : { ownerId: "Choose who does it" }),
      ...(form.dueOn ? {} : { dueOn: "Give a day" }),
    }
    setProblems(missing)
    if (Object.keys(missing).length > 0) return
    add.mutate({ id: assessment.id, ...form, reference: form.reference || null })
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || close()}
      title="Add action"
      description="It becomes an item of the backlog of the product."
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={add.isPending}>
            Add action
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {add.error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(add.error)}</Notice>
        ) : null}
        <Field label="What is to be done" error={errors.title} required>
          {(control) => (
            <TextInput
              {...control}
              maxLength={200}
              value={form.title}
              onChange={(event) => change({ title: event.target.value })}
            />
          )}
        </Field>
        <Field label="Improves" hint="A risk or a measure" error={errors.reference} optional>
          {(control) => (
            <Combobox
              {...control}
              label="Improves"
              options={referenceChoices(assessment)}
              value={form.reference || undefined}
              empty="The whole"
              onChange={(reference) => change({ reference: reference ?? "" })}
            />
          )}
        </Field>
        <div className="pair">
          <Field label="Owner" error={errors.ownerId} required>
            {(control) => (
              <Combobox
                {...control}
                label="Owner"
                options={people}
                value={form.ownerId || undefined}
                onChange={(ownerId) => change({ ownerId: ownerId ?? "" })}
              />
            )}
          </Field>
          <Field label="Due" error={errors.dueOn} required>
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
        <Field label="Description" error={errors.description} optional>
          {(control) => (
            <TextArea
              {...control}
              rows={3}
              value={form.description}
              onChange={(event) => change({ description: event.target.value })}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
