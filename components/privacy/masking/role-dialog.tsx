"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import { warehouseRoleFields } from "@/server/privacy/domain/warehouse-role"

/** A role of the warehouse, under its name there. */
export default function RoleDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const create = useMutation(trpc.privacy.createWarehouseRole.mutationOptions())
  const form = useForm(warehouseRoleFields, { name: "", description: "" }, async (values) => {
    await create.mutateAsync(values)
    notify.success(`Added ${values.name.trim()}`)
    await refresh()
    onClose()
  })
  const { field } = form
  return (
    <FormDialog
      form={form}
      title="Add warehouse role"
      description="It sees nothing until you say what."
      action="Add role"
      onClose={onClose}
    >
      <TextField
        label="Name in the warehouse"
        hint="Exactly as it is there, such as analyst"
        required
        {...field("name")}
      />
      <TextField label="Who has it" optional {...field("description")} />
    </FormDialog>
  )
}
