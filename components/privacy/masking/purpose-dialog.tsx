"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import { consentPurposeFields } from "@/server/privacy/domain/warehouse-role"
import type { ConsentPurpose, WarehouseRole } from "../privacy-data"

type Props = { roles: readonly WarehouseRole[]; purpose?: ConsentPurpose; onClose: () => void }

/** A purpose that rests on consent, and the role that works for it. */
export default function PurposeDialog({ roles, purpose, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const create = useMutation(trpc.privacy.createConsentPurpose.mutationOptions())
  const update = useMutation(trpc.privacy.updateConsentPurpose.mutationOptions())
  const begun = {
    name: purpose?.name ?? "",
    description: purpose?.description ?? "",
    roleId: purpose?.roleId ?? null,
  }
  const form = useForm(consentPurposeFields, begun, async (values) => {
    if (purpose) await update.mutateAsync({ id: purpose.id, version: purpose.version, changes: values })
    else await create.mutateAsync(values)
    notify.success(`Saved ${values.name.trim()}`)
    await refresh()
    onClose()
  })
  const { values, field, set, errors } = form
  return (
    <FormDialog
      form={form}
      title={purpose ? `Edit ${purpose.name}` : "Add consent purpose"}
      description="Its ground is consent, Art. 6(1)(a) GDPR: rows of people who did not agree are hidden from its role."
      action={purpose ? "Save purpose" : "Add purpose"}
      onClose={onClose}
    >
      <TextField
        label="Purpose"
        hint="In the words of the text that people agree to"
        required
        {...field("name")}
      />
      <TextField label="Description" optional rows={3} {...field("description")} />
      <ChoiceField
        label="Warehouse role"
        hint="Which works for this purpose. Without one nothing is filtered"
        options={[
          { value: "", label: "None yet" },
          ...roles.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        value={values.roleId ?? ""}
        error={errors.roleId}
        onChange={(roleId) => set({ roleId: roleId || null })}
      />
    </FormDialog>
  )
}
