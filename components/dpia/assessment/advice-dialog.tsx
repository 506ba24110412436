"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useFormDraft } from "@/components/shell/use-form-draft"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { OpinionFields, type OpinionForm } from "./opinion-fields"
import { useAssessment } from "./use-assessment"

/** The officer gives advice; who wrote in the assessment cannot. */
export default function AdviceDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { me } = useWorkspace()
  const { assessment, refresh } = useAssessment()
  const { advice } = assessment
  const formId = useId()
  const [problem, setProblem] = useState<Record<string, string>>({})
  const draft = useFormDraft<OpinionForm>(`advice ${assessment.id} ${advice.at ?? ""}`, {
    names: advice.names || me.name,
    opinion: advice.opinion,
    status: advice.status,
  })
  const close = () => {
    draft.forget()
    onClose()
  }
  const give = useMutation(
    trpc.dpia.giveAdvice.mutationOptions({
      onSuccess: async () => {
        await refresh()
        close()
      },
      onError: () => void refresh(),
    }),
  )
  const errors = { ...fieldErrors(give.error), ...problem }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { status, ...form } = draft.value
    setProblem(status === null ? { status: "Say whether it is in favour or against" } : {})
    if (status !== null && !give.isPending)
      give.mutate({ id: assessment.id, lock: assessment.lock, ...form, status })
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || close()}
      title="Advice on the assessment"
      description="Advice against it does not stop the assessment, but overruling it needs a reason."
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={give.isPending}>
            Save advice
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {give.error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(give.error)}</Notice>
        ) : null}
        <OpinionFields
          words={{ names: "Data protection officer", namesHint: "Name, as it is printed", opinion: "Advice" }}
          form={draft.value}
          errors={errors}
          onChange={(changes) => draft.change({ ...draft.value, ...changes })}
        />
      </form>
    </Dialog>
  )
}
