"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
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
  const { field } = form
  return (
    <FormDialog
      form={form}
      title="Add condition"
      description="It becomes an item of the backlog; the condition is met when the item is done."
      action="Add condition"
      onClose={onClose}
    >
      <TextField label="What has to be done" required {...field("title")} />
      <div className="pair">
        <PersonField label="Owner" hint="Sees to it" people={people} {...field("ownerId")} />
        <TextField label="Due" type="date" required {...field("dueOn")} />
      </div>
    </FormDialog>
  )
}
