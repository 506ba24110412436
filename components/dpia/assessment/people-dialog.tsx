"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { OpinionFields } from "./opinion-fields"
import { RadioChoice } from "./radio-choice"
import { useAssessment } from "./use-assessment"

type People = ReturnType<typeof useAssessment>["assessment"]["people"]

const answers = [
  { value: true, label: "Yes" },
  { value: false, label: "No" },
]

function peopleProblems({ sought, status }: People): Record<string, string> {
  if (sought === null) return { sought: "Say whether they were asked" }
  return sought && status === null ? { status: "Say whether it is in favour or against" } : {}
}

/** Records what the people concerned think, or why they were not asked. */
export default function PeopleDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const { assessment, refresh } = useAssessment()
  const record = useMutation(trpc.dpia.recordViews.mutationOptions({ onError: () => void refresh() }))
  const form = useForm(
    peopleProblems,
    assessment.people,
    async ({ sought, status, names, opinion, reason }) => {
      const { id, lock } = assessment
      const people =
        sought && status !== null ? { sought, names, opinion, status } : { sought: false as const, reason }
      await record.mutateAsync({ id, lock, people })
      await refresh()
      onClose()
    },
    { draft: `people ${assessment.id} ${assessment.version}` },
  )
  const { values, field, set, errors } = form
  return (
    <FormDialog
      form={form}
      wide
      title="Views of the people concerned"
      description="Ask them or those who speak for them where it is appropriate, for example the works council or a consumer panel."
      action="Save views"
      onClose={onClose}
    >
      <RadioChoice legend="Were they asked?" shown options={answers} {...field("sought")} />
      {values.sought === true ? (
        <OpinionFields
          words={{
            names: "Who was asked",
            namesHint: "People, or who speaks for them",
            opinion: "What they think",
          }}
          form={values}
          errors={errors}
          onChange={set}
        />
      ) : null}
      {values.sought === false ? <TextField label="Why not" rows={4} required {...field("reason")} /> : null}
    </FormDialog>
  )
}
