"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { Button } from "@/components/ui/button"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import { Notice } from "@/components/ui/notice"
import { notify } from "@/components/ui/toast"
import {
  ALL_ETHICS_QUESTIONS,
  checkpointChanges,
  ETHICS_QUESTIONS,
  OUTCOME_LABELS,
  OUTCOMES,
  type Outcome,
} from "@/server/privacy/domain/ethics"
import { type Checkpoint, filledAnswers } from "./prepare-ethics"
import { useRefreshEthics } from "./use-refresh-ethics"

const outcomes = OUTCOMES.map((value) => ({ value, label: OUTCOME_LABELS[value] }))
type Values = { answers: Record<string, string>; outcome: Outcome | null; reason: string }

/** The ten questions and the decision that is proposed. */
export default function CanvasForm({ checkpoint, onClose }: { checkpoint: Checkpoint; onClose: () => void }) {
  const trpc = useTRPC()
  const refresh = useRefreshEthics()
  const update = useMutation(trpc.privacy.updateCheckpoint.mutationOptions())
  const { id, version, answers, outcome, reason, state } = checkpoint
  const begun: Values = { answers: filledAnswers(answers), outcome, reason }
  const form = useForm<Values>(checkpointChanges, begun, async (changes) => {
    await update.mutateAsync({ id, version, changes })
    notify.success("Saved the canvas")
    await refresh()
    onClose()
  })
  const { values, field, set, errors } = form
  return (
    <form className="max-w-4xl" {...form.props}>
      {state === "decided" || state === "in_review" ? (
        <Notice state="warning">
          <b>A change makes version {version + 1}.</b> It has to be decided again.
        </Notice>
      ) : null}
      {ALL_ETHICS_QUESTIONS.map((question) => (
        <TextField
          key={question}
          label={ETHICS_QUESTIONS[question].ask}
          hint={ETHICS_QUESTIONS[question].hint}
          rows={3}
          value={values.answers[question] ?? ""}
          error={errors[`answers.${question}`]}
          onChange={(text) => set({ answers: { ...values.answers, [question]: text } })}
        />
      ))}
      <ChoiceField
        label="Proposed decision"
        options={outcomes}
        empty="None yet"
        value={values.outcome ?? ""}
        onChange={(value) => set({ outcome: (value || null) as Outcome | null })}
      />
      <TextField label="Reason" hint="What weighs most, for and against" rows={3} {...field("reason")} />
      {form.message ? <Notice state="bad">{form.message}</Notice> : null}
      <div className="acts">
        <Button onClick={onClose}>Cancel</Button>
        <Button type="submit" variant="primary" pending={form.pending}>
          Save canvas
        </Button>
      </div>
    </form>
  )
}
