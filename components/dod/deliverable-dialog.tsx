"use client"
import { useTRPCClient } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import { DELIVERABLE_LABELS, type Deliverable, type Subject } from "@/server/dod/domain/deliverable"
import { useChecklistChanged } from "./use-checklist"

type Props = {
  subject: Subject
  name: string
  /** Those with a published Definition of Done. */
  deliverables: readonly Deliverable[]
  present: Deliverable | null
  onClose: () => void
}

type Values = { deliverable: Deliverable | ""; reason: string }

function problemsOf({ deliverable }: Values): Record<string, string> {
  return deliverable === "" ? { deliverable: "Choose what it delivers" } : {}
}

/** What it delivers decides which checks it has to hold. */
export default function DeliverableDialog({ subject, name, deliverables, present, onClose }: Props) {
  const api = useTRPCClient()
  const changed = useChecklistChanged()
  const begun: Values = { deliverable: present ?? "", reason: "" }
  const form = useForm(problemsOf, begun, async ({ deliverable, reason }) => {
    if (deliverable === "" || deliverable === present) return onClose()
    await api.dod.chooseDeliverable.mutate({ subject, deliverable, reason })
    await changed()
    onClose()
  })
  const { values, field, set, errors } = form
  return (
    <FormDialog
      form={form}
      title={present ? `What ${name} delivers` : `Choose what ${name} delivers`}
      description="Each kind has its own Definition of Done. The checklist follows the version that is published now."
      action={present ? "Change deliverable" : "Start checklist"}
      onClose={onClose}
    >
      <ChoiceField
        label="Deliverable"
        required
        empty="Choose one"
        options={deliverables.map((value) => ({ value, label: DELIVERABLE_LABELS[value] }))}
        value={values.deliverable}
        error={errors.deliverable}
        onChange={(value) => set({ deliverable: value as Values["deliverable"] })}
      />
      {present ? (
        <TextField
          label="Reason"
          hint="Answers to checks that ask the same are kept, the others are opened again."
          rows={2}
          required
          {...field("reason")}
        />
      ) : null}
    </FormDialog>
  )
}
