"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import { measureFields } from "@/server/dpia/domain/assessment-input"
import type { MeasureRow } from "@/server/dpia/domain/assessment-row"
import { MEASURE_KIND_LABELS, MEASURE_KINDS, type MeasureKind } from "@/server/dpia/domain/measure-library"
import { mineOnTop } from "./mine-on-top"
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
  const { id } = assessment
  const [version, setVersion] = useState(measure?.version ?? 0)
  const add = useMutation(trpc.dpia.addMeasures.mutationOptions())
  const update = useMutation(trpc.dpia.updateMeasure.mutationOptions())
  const begun: Pick<MeasureRow, "title" | "content" | "kind"> = {
    title: measure?.title ?? "",
    content: measure?.content ?? "",
    kind: measure?.kind ?? null,
  }
  const form = useForm(
    measureFields,
    begun,
    async (values) => {
      if (measure) await update.mutateAsync({ id, measureId: measure.id, version, changes: values })
      else await add.mutateAsync({ id, measures: [values] })
      await refresh()
      onClose()
    },
    { draft: `measure ${measure ? `${measure.id} ${measure.version}` : id}` },
  )
  const { values, field, set, errors } = form
  return (
    <FormDialog
      form={form}
      wide
      title={measure ? `Edit ${measure.title}` : "Add own measure"}
      action={measure ? "Save measure" : "Add measure"}
      onClose={onClose}
      notice={mineOnTop<MeasureRow>(form, setVersion, ({ content }) => (
        <blockquote className="theirs">{content}</blockquote>
      ))}
    >
      <TextField label="Title" required {...field("title")} />
      <ChoiceField
        label="Kind"
        optional
        options={kinds}
        empty="Not said"
        value={values.kind ?? ""}
        error={errors.kind}
        onChange={(kind) => set({ kind: (kind || null) as MeasureKind | null })}
      />
      <TextField
        label="How it is done here"
        hint="Markdown. Since when, by whom, and how one sees that it works"
        rows={6}
        {...field("content")}
      />
    </FormDialog>
  )
}
