"use client"
import { useTRPCClient } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import { Notice } from "@/components/ui/notice"
import type { Subject } from "@/server/dod/domain/deliverable"
import type { ChecklistAnswer } from "./done-data"
import { reviewProblem } from "./prepare-checklist"
import { useChecklistChanged } from "./use-checklist"

type Props = { subject: Subject; answer: ChecklistAnswer; onClose: () => void }

const OUTCOMES = [
  { value: "accepted", label: "Accepted as it is" },
  { value: "changes", label: "Changes are needed" },
]

/** The server knows how long a note has to be. */
const unchecked = () => ({})

/** Records that somebody looked the work over. */
export default function ReviewDialog({ subject, answer, onClose }: Props) {
  const api = useTRPCClient()
  const changed = useChecklistChanged()
  const { me } = useWorkspace()
  const form = useForm(
    unchecked,
    { outcome: "accepted", note: "" },
    async ({ outcome, note }) => {
      await api.dod.recordReview.mutate({ subject, accepted: outcome === "accepted", note })
      await changed()
      onClose()
    },
    { draft: `review ${subject.id}` },
  )
  const { field } = form
  const own = reviewProblem(answer, me.id)
  return (
    <FormDialog form={form} title={`Review of ${answer.name}`} action="Record review" onClose={onClose}>
      {own ? (
        <Notice state="warning">
          <b>{own}.</b> What you write is kept, and does not meet the check.
        </Notice>
      ) : null}
      <ChoiceField label="Outcome" required options={OUTCOMES} {...field("outcome")} />
      <TextField label="What you looked at and found" rows={4} required {...field("note")} />
    </FormDialog>
  )
}
