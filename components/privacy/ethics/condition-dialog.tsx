"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { FormDialog } from "@/components/catalog/form-dialog"
import { TextField } from "@/components/catalog/form-fields"
import { useForm } from "@/components/members/use-form"
import { usePeople } from "@/components/members/use-people"
import { PersonField } from "@/components/ui/person-field"
import { notify } from "@/components/ui/toast"
import { conditionSchema } from "@/server/privacy/domain/ethics"
import type { Checkpoint } from "./prepare-ethics"
import { useRefreshEthics } from "./use-refresh-ethics"

type Values = { title: string; ownerId: string | null; dueOn: string }

/** A condition, which becomes an item of the backlog. */
export default function ConditionDialog({
  checkpoint,
  onClose,
}: {
  checkpoint: Checkpoint
  onClose: () => void
}) {
  const trpc = useTRPC()
  const refresh = useRefreshEthics()
  const people = usePeople()
  const add = useMutation(trpc.privacy.addCondition.mutationOptions())
  const { id, version } = checkpoint
  const begun: Values = { title: "", ownerId: null, dueOn: "" }
  const form = useForm<Values>(conditionSchema, begun, async (values) => {
    const { itemKey } = await add.mutateAsync({ ...values, id, version, ownerId: values.ownerId ?? "" })
    notify.success(`Added the condition as ${itemKey}`)
    await refresh()
    onClose()
  })
  const { values, set, errors } = form
  return (
    <FormDialog
      form={form}
      title="Add condition"
      description="It becomes an item of the backlog; the condition is met when the item is done."
      action="Add condition"
      onClose={onClose}
    >
      <TextField
        label="What has to be done"
        required
        value={values.title}
        error={errors.title}
        onChange={(title) => set({ title })}
      />
      <div className="pair">
        <PersonField
          label="Owner"
          hint="Sees to it"
          people={people}
          value={values.ownerId}
          error={errors.ownerId}
          onChange={(ownerId) => set({ ownerId })}
        />
        <TextField
          label="Due"
          type="date"
          required
          value={values.dueOn}
          error={errors.dueOn}
          onChange={(dueOn) => set({ dueOn })}
        />
      </div>
    </FormDialog>
  )
}
