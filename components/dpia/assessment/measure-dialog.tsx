"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { conflictWith, errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useFormDraft } from "@/components/shell/use-form-draft"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import type { MeasureRow } from "@/server/dpia/domain/assessment-row"
import { MEASURE_KIND_LABELS, MEASURE_KINDS, type MeasureKind } from "@/server/dpia/domain/measure-library"
import { useAssessment } from "./use-assessment"

const kinds = MEASURE_KINDS.map((value) => ({ value, label: MEASURE_KIND_LABELS[value] }))

type Props = {
  /** Absent for a new one. */
  measure?: MeasureRow
  onClose: () => void
}

/** Describes a measure: what it is called, and how it is done here. */
export default function MeasureDialog({ measure, onClose }: Props) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const formId = useId()
  const [version, setVersion] = useState(measure?.version ?? 0)
  const draft = useFormDraft(`measure ${measure ? `${measure.id} ${measure.version}` : assessment.id}`, {
    title: measure?.title ?? "",
    content: measure?.content ?? "",
    kind: measure?.kind ?? null,
  })
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [theirs, setTheirs] = useState<{ title: string; content: string; version: number }>()
  const done = {
    onSuccess: async () => {
      draft.forget()
      await refresh()
      onClose()
    },
    onError: (error: unknown) => {
      const found = Object.entries(fieldErrors(error))
      setErrors(Object.fromEntries(found.map(([path, text]) => [path.split(".").at(-1) ?? path, text])))
      setTheirs(conflictWith(error))
    },
  }
  const add = useMutation(trpc.dpia.addMeasures.mutationOptions(done))
  const update = useMutation(trpc.dpia.updateMeasure.mutationOptions(done))
  const { error, isPending } = measure ? update : add
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    if (measure) {
      update.mutate({ id: assessment.id, measureId: measure.id, version, changes: draft.value })
    } else add.mutate({ id: assessment.id, measures: [draft.value] })
  }
  const close = () => {
    draft.forget()
    onClose()
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || close()}
      title={measure ? `Edit ${measure.title}` : "Add own measure"}
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {measure ? "Save measure" : "Add measure"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {theirs ? (
          <div className="clash" role="alert">
            <b>Somebody else saved “{theirs.title}” in the meantime.</b> Yours is below.
            <blockquote className="theirs">{theirs.content}</blockquote>
            <Button
              size="small"
              onClick={() => {
                setVersion(theirs.version)
                setTheirs(undefined)
              }}
            >
              Save mine on top
            </Button>
          </div>
        ) : error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(error)}</Notice>
        ) : null}
        <Field label="Title" error={errors.title} required>
          {(control) => (
            <TextInput
              {...control}
              value={draft.value.title}
              onChange={(event) => draft.change({ ...draft.value, title: event.target.value })}
            />
          )}
        </Field>
        <Field label="Kind" optional>
          {(control) => (
            <Select
              {...control}
              options={kinds}
              empty="Not said"
              value={draft.value.kind ?? ""}
              onChange={(event) =>
                draft.change({ ...draft.value, kind: (event.target.value || null) as MeasureKind | null })
              }
            />
          )}
        </Field>
        <Field
          label="How it is done here"
          hint="Markdown. Since when, by whom, and how one sees that it works"
          error={errors.content}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={6}
              value={draft.value.content}
              onChange={(event) => draft.change({ ...draft.value, content: event.target.value })}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
