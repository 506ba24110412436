"use client"
import { type FormEvent, useState } from "react"
import { errorMessage } from "@/components/api/errors"
import { useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import type { Subject } from "@/server/dod/domain/deliverable"
import type { ChecklistAnswer } from "./done-data"
import { reviewProblem } from "./prepare-checklist"
import { useChecklistChanged } from "./use-checklist"

type Props = { subject: Subject; answer: ChecklistAnswer; onClose: () => void }

const OUTCOMES = [
  { value: "accepted", label: "Accepted as it is" },
  { value: "changes", label: "Changes are needed" },
]

/** Records that somebody looked the work over. */
export default function ReviewDialog({ subject, answer, onClose }: Props) {
  const api = useTRPCClient()
  const changed = useChecklistChanged()
  const { me } = useWorkspace()
  const [outcome, setOutcome] = useState("accepted")
  const [note, setNote] = useState("")
  const [problem, setProblem] = useState<string>()
  const [pending, setPending] = useState(false)
  const own = reviewProblem(answer, me.id)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    setPending(true)
    try {
      await api.dod.recordReview.mutate({ subject, accepted: outcome === "accepted", note })
      await changed()
      onClose()
    } catch (error) {
      setProblem(errorMessage(error))
      setPending(false)
    }
  }
  return (
    <Dialog open title={`Review of ${answer.name}`} onOpenChange={(open) => !open && onClose()}>
      <form onSubmit={submit} noValidate>
        {own ? (
          <Notice state="warning">
            <b>{own}.</b> What you write is kept, and does not meet the check.
          </Notice>
        ) : null}
        <Field label="Outcome" required>
          {(control) => (
            <Select
              {...control}
              value={outcome}
              options={OUTCOMES}
              onChange={(event) => setOutcome(event.target.value)}
            />
          )}
        </Field>
        <Field label="What you looked at and found" required error={problem}>
          {(control) => (
            <TextArea {...control} rows={4} value={note} onChange={(event) => setNote(event.target.value)} />
          )}
        </Field>
        <div className="acts">
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="primary" pending={pending}>
            Record review
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
