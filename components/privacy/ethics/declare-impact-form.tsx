"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { Button } from "@/components/ui/button"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import { Notice } from "@/components/ui/notice"
import { declareImpactSchema } from "@/server/privacy/domain/ethics"
import type { CheckedSubject, Checkpoint } from "./prepare-ethics"
import { useRefreshEthics } from "./use-refresh-ethics"

const choices = [
  { value: "yes", label: "Yes, a high impact" },
  { value: "no", label: "No" },
]

type Props = { subject: CheckedSubject; checkpoint: Checkpoint | null; onClose?: () => void }

/** Whether the use has a high impact on people, and why. */
export function DeclareImpactForm({ subject, checkpoint, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshEthics()
  const declare = useMutation(trpc.privacy.declareImpact.mutationOptions())
  const schema = declareImpactSchema.omit({ subject: true })
  const begun = { highImpact: checkpoint?.highImpact ?? true, reason: checkpoint?.declareReason ?? "" }
  const form = useForm(schema, begun, async (values) => {
    const of = subject.type === "product" ? { productId: subject.id } : { itemId: subject.id }
    await declare.mutateAsync({ ...values, subject: of })
    await refresh()
    onClose?.()
  })
  return (
    <form className="max-w-2xl" {...form.props}>
      <p className="mb-4">
        The impact is high when the use decides or prepares a decision about single people, watches them, sets
        what they pay or get, or reaches people who can hardly defend themselves. It may hold no personal data
        and still be high.
      </p>
      {form.message ? <Notice state="bad">{form.message}</Notice> : null}
      <ChoiceField
        label="Does the use have a high impact on people?"
        required
        options={choices}
        value={form.values.highImpact ? "yes" : "no"}
        onChange={(value) => form.set({ highImpact: value === "yes" })}
      />
      <TextField
        label="Why"
        hint="Recorded, whatever the answer is"
        required
        rows={3}
        {...form.field("reason")}
      />
      <div className="acts">
        {onClose ? <Button onClick={onClose}>Cancel</Button> : null}
        <Button type="submit" variant="primary" pending={form.pending}>
          Declare impact
        </Button>
      </div>
    </form>
  )
}
