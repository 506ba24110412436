"use client"
import { type FormEvent, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
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

/** What it delivers decides which checks it has to hold. */
export default function DeliverableDialog({ subject, name, deliverables, present, onClose }: Props) {
  const api = useTRPCClient()
  const changed = useChecklistChanged()
  const [deliverable, setDeliverable] = useState<Deliverable | "">(present ?? "")
  const [reason, setReason] = useState("")
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [pending, setPending] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    if (deliverable === "") return setErrors({ deliverable: "Choose what it delivers" })
    if (deliverable === present) return onClose()
    setPending(true)
    try {
      await api.dod.chooseDeliverable.mutate({ subject, deliverable, reason })
      await changed()
      onClose()
    } catch (error) {
      const known = fieldErrors(error)
      setErrors(Object.keys(known).length > 0 ? known : { deliverable: errorMessage(error) })
      setPending(false)
    }
  }
  return (
    <Dialog
      open
      title={present ? `What ${name} delivers` : `Choose what ${name} delivers`}
      description="Each kind has its own Definition of Done. The checklist follows the version that is published now."
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} noValidate>
        <Field label="Deliverable" required error={errors.deliverable}>
          {(control) => (
            <Select
              {...control}
              empty="Choose one"
              value={deliverable}
              options={deliverables.map((value) => ({ value, label: DELIVERABLE_LABELS[value] }))}
              onChange={(event) => setDeliverable(event.target.value as Deliverable | "")}
            />
          )}
        </Field>
        {present ? (
          <Field
            label="Reason"
            required
            hint="Answers to checks that ask the same are kept, the others are opened again."
            error={errors.reason}
          >
            {(control) => (
              <TextArea
                {...control}
                rows={2}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        ) : null}
        <div className="acts">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            {present ? "Change deliverable" : "Start checklist"}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
