"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { usePeople } from "@/components/members/use-people"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextInput } from "@/components/ui/text-input"
import { useAssessment } from "./use-assessment"

const TEXTS = [
  ["name", "Name", "What is assessed"],
  ["category", "Category", "For example: customers, employees"],
  ["authorName", "Author, as printed", "The exchange format has names, not accounts"],
  ["evaluatorName", "Evaluator, as printed", ""],
  ["validatorName", "Validator, as printed", ""],
] as const

/** The facts at the top of an assessment. */
export default function DetailsDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const formId = useId()
  const people = usePeople([assessment.author])
  const { name, category, authorName, evaluatorName, validatorName } = assessment
  const [form, setForm] = useState({ name, category, authorName, evaluatorName, validatorName })
  const [authorId, setAuthorId] = useState(assessment.author.id)
  const update = useMutation(
    trpc.dpia.updateAssessment.mutationOptions({
      onSuccess: async () => {
        await refresh()
        onClose()
      },
      onError: () => void refresh(),
    }),
  )
  const found = Object.entries(fieldErrors(update.error))
  const errors = Object.fromEntries(found.map(([path, text]) => [path.replace(/^changes\./, ""), text]))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (update.isPending) return
    update.mutate({ id: assessment.id, lock: assessment.lock, changes: { ...form, authorId } })
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || onClose()}
      title={`Edit details of ${assessment.key}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={update.isPending}>
            Save details
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {update.error && found.length === 0 ? (
          <Notice state="bad">
            {errorMessage(update.error)}. What you typed is still here: save again to put it on top.
          </Notice>
        ) : null}
        <Field label="Author" hint="Cannot approve it" error={errors.authorId} required>
          {(control) => (
            <Combobox
              {...control}
              label="Author"
              options={people}
              value={authorId}
              onChange={(id) => setAuthorId(id ?? authorId)}
            />
          )}
        </Field>
        {TEXTS.map(([field, label, hint]) => (
          <Field
            key={field}
            label={label}
            hint={hint || undefined}
            error={errors[field]}
            optional={field !== "name"}
          >
            {(control) => (
              <TextInput
                {...control}
                maxLength={300}
                value={form[field]}
                onChange={(event) => setForm({ ...form, [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </form>
    </Dialog>
  )
}
