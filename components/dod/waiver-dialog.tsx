"use client"
import { type FormEvent, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import type { Subject } from "@/server/dod/domain/deliverable"
import { expiryProblem } from "@/server/dod/domain/waiver"
import type { CheckRow } from "./done-data"
import { useChecklistChanged } from "./use-checklist"

type Props = { subject: Subject; row: CheckRow; onClose: () => void }

/** Asks to leave a check open for a time. Somebody else decides. */
export default function WaiverDialog({ subject, row, onClose }: Props) {
  const api = useTRPCClient()
  const changed = useChecklistChanged()
  const { now } = useWorkspace()
  const [reason, setReason] = useState("")
  const [lastDay, setLastDay] = useState("")
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [pending, setPending] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    const problem = expiryProblem(lastDay, now)
    const found = {
      ...(problem && { lastDay: problem }),
      ...(reason.trim() === "" && { reason: "Say why the check can stay open, and what makes up for it" }),
    }
    setErrors(found)
    if (Object.keys(found).length > 0) return
    setPending(true)
    try {
      await api.dod.askWaiver.mutate({ subject, checkKey: row.key, reason, lastDay })
      await changed()
      notify.success("Asked for the waiver. It holds once somebody else has approved it")
      onClose()
    } catch (error) {
      const known = fieldErrors(error)
      setErrors(Object.keys(known).length > 0 ? known : { reason: errorMessage(error) })
      setPending(false)
    }
  }
  return (
    <Dialog
      open
      title={`Ask for a waiver of “${row.title}”`}
      description="It holds once somebody else has approved it, and ends by itself: then the check is open again."
      onOpenChange={(open) => !open && onClose()}
    >
      <form onSubmit={submit} noValidate>
        <Field
          label="Reason"
          required
          hint="Why it can wait, and what makes up for it meanwhile."
          error={errors.reason}
        >
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Field label="Last day" required hint="At most a year ahead." error={errors.lastDay}>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={lastDay}
              onChange={(event) => setLastDay(event.target.value)}
            />
          )}
        </Field>
        <div className="acts">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            Ask for waiver
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
