"use client"
import { useMutation } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { ComboField } from "@/components/ui/combo-field"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import { referenceChoices } from "./prepare-risks"
import { useAssessment } from "./use-assessment"

const schema = z.object({
  title: z.string().trim().min(1, "Say what is to be done"),
  ownerId: z.string().min(1, "Choose who does it"),
  dueOn: z.string().min(1, "Give a day"),
})
const EMPTY = { title: "", description: "", ownerId: "", dueOn: "", reference: "" }

/** Plans an action, which becomes an item of the backlog. */
export default function ActionDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const people = usePeople([assessment.author])
  const add = useMutation(trpc.dpia.addAction.mutationOptions())
  const form = useForm(
    schema,
    EMPTY,
    async (values) => {
      const reference = values.reference || null
      const { itemKey } = await add.mutateAsync({ id: assessment.id, ...values, reference })
      notify.success(`Added ${itemKey} to the action plan`)
      await refresh()
      onClose()
    },
    { draft: `action ${assessment.id}` },
  )
  const { field } = form
  return (
    <FormDialog
      form={form}
      wide
      title="Add action"
      description="It becomes an item of the backlog of the product."
      action="Add action"
      onClose={onClose}
    >
      <TextField label="What is to be done" required maxLength={200} {...field("title")} />
      <ComboField
        label="Improves"
        hint="A risk or a measure"
        options={referenceChoices(assessment)}
        empty="The whole"
        {...field("reference")}
      />
      <div className="pair">
        <ComboField label="Owner" required options={people} {...field("ownerId")} />
        <TextField label="Due" type="date" required {...field("dueOn")} />
      </div>
      <TextField label="Description" rows={3} optional {...field("description")} />
    </FormDialog>
  )
}
