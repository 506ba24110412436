"use client"
import { useMutation } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { ComboField } from "@/components/ui/combo-field"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { useAssessment } from "./use-assessment"

const schema = z.object({ name: z.string().trim().min(1, "Give a name") })
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
  const people = usePeople([assessment.author])
  const update = useMutation(trpc.dpia.updateAssessment.mutationOptions({ onError: () => void refresh() }))
  const { name, category, authorName, evaluatorName, validatorName } = assessment
  const begun = { name, category, authorName, evaluatorName, validatorName, authorId: assessment.author.id }
  const form = useForm(
    schema,
    begun,
    async (changes) => {
      await update.mutateAsync({ id: assessment.id, lock: assessment.lock, changes })
      await refresh()
      onClose()
    },
    { draft: `details ${assessment.id} ${assessment.version}` },
  )
  const { values, field, set, errors } = form
  const message =
    form.message && `${form.message}. What you typed is still here: save again to put it on top.`
  return (
    <FormDialog
      form={{ ...form, message }}
      wide
      title={`Edit details of ${assessment.key}`}
      action="Save details"
      onClose={onClose}
    >
      <ComboField label="Author" hint="Cannot approve it" required options={people} {...field("authorId")} />
      {TEXTS.map(([field, label, hint]) => (
        <TextField
          key={field}
          label={label}
          hint={hint || undefined}
          required={field === "name"}
          optional={field !== "name"}
          maxLength={300}
          value={values[field]}
          error={errors[field]}
          onChange={(text) => set({ [field]: text })}
        />
      ))}
    </FormDialog>
  )
}
