"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import { useAssessment } from "./use-assessment"

/** The server knows what has to stand there. */
const unchecked = () => ({})

/** Hands the assessment in: what stands there is kept as it is and goes to approval. */
export default function SubmitDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const refused = assessment.approval?.state === "rejected"
  const submit = useMutation(trpc.dpia.submitAssessment.mutationOptions({ onError: () => void refresh() }))
  const begun = { note: "", dueOn: "", adjustments: assessment.adjustments }
  const form = useForm(
    unchecked,
    begun,
    async ({ note, dueOn, adjustments }) => {
      const { id, lock } = assessment
      const stated = { note, dueOn: dueOn || null, adjustments: refused ? adjustments : "" }
      const { version } = await submit.mutateAsync({ id, lock, ...stated })
      notify.success(`Handed in version ${version} of ${assessment.key}`)
      await refresh()
      onClose()
    },
    { draft: `hand in ${assessment.id} ${assessment.version}` },
  )
  const { field } = form
  return (
    <FormDialog
      form={form}
      title={`Hand in ${assessment.key}`}
      description="It goes to the privacy officers. Any later change begins a new version and outdates the approval."
      action="Hand in"
      onClose={onClose}
    >
      {refused ? (
        <TextField
          label="What was changed since the refusal"
          hint={assessment.approval?.note || undefined}
          rows={4}
          required
          {...field("adjustments")}
        />
      ) : null}
      <TextField label="Decision wanted by" type="date" optional {...field("dueOn")} />
      <TextField label="Note for whoever decides" rows={3} optional {...field("note")} />
    </FormDialog>
  )
}
