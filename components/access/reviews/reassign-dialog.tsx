"use client"
import { useMutation } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
import { FormDialog } from "@/components/ui/form-dialog"
import { useRefreshAccess } from "../use-refresh-access"

const schema = z.object({ reviewerId: z.uuid("Choose a member") })

type Props = { reviewId: string; lineIds: readonly string[]; onDone: () => void; onClose: () => void }

/** Gives the chosen open lines to somebody else. */
export default function ReassignDialog({ reviewId, lineIds, onDone, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshAccess()
  const people = usePeople()
  const reassign = useMutation(trpc.access.reassignLines.mutationOptions())
  const form = useForm(schema, { reviewerId: "" }, async (values) => {
    await reassign.mutateAsync({ reviewId, lineIds: [...lineIds], ...values })
    onDone()
    await refresh()
    onClose()
  })
  return (
    <FormDialog
      form={form}
      title="Choose another reviewer"
      description={`For ${lineIds.length} open ${lineIds.length === 1 ? "line" : "lines"}. Nobody reviews what they hold themselves.`}
      action="Choose reviewer"
      onClose={onClose}
    >
      <Field label="Reviewer" error={form.errors.reviewerId} required>
        {(control) => (
          <Combobox
            {...control}
            label="Reviewer"
            options={people}
            value={form.values.reviewerId || undefined}
            onChange={(id) => form.set({ reviewerId: id ?? "" })}
          />
        )}
      </Field>
    </FormDialog>
  )
}
