"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { giveAdviceSchema } from "@/server/dpia/domain/assessment-input"
import { OpinionFields, type OpinionForm } from "./opinion-fields"
import { useAssessment } from "./use-assessment"

const schema = giveAdviceSchema.omit({ id: true, lock: true })

/** The officer gives advice; who wrote in the assessment cannot. */
export default function AdviceDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { me } = useWorkspace()
  const { assessment, refresh } = useAssessment()
  const { id, lock, advice } = assessment
  const give = useMutation(trpc.dpia.giveAdvice.mutationOptions({ onError: () => void refresh() }))
  const form = useForm<OpinionForm>(
    schema,
    { names: advice.names || me.name, opinion: advice.opinion, status: advice.status },
    async (values) => {
      await give.mutateAsync({ id, lock, ...schema.parse(values) })
      await refresh()
      onClose()
    },
    { draft: `advice ${id} ${advice.at ?? ""}` },
  )
  return (
    <FormDialog
      form={form}
      wide
      title="Advice on the assessment"
      description="Advice against it does not stop the assessment, but overruling it needs a reason."
      action="Save advice"
      onClose={onClose}
    >
      <OpinionFields
        words={{ names: "Data protection officer", namesHint: "Name, as it is printed", opinion: "Advice" }}
        form={form.values}
        errors={form.errors}
        onChange={form.set}
      />
    </FormDialog>
  )
}
