"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { AssetField } from "@/components/catalog/asset-field"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import { consentUseInput } from "@/server/privacy/domain/warehouse-role"
import type { ConsentPurpose } from "../privacy-data"

type Props = { purpose: ConsentPurpose; onClose: () => void }

/** Which data needs the consent, and which column says that it was given. */
export default function ConsentUseDialog({ purpose, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const save = useMutation(trpc.privacy.setConsentUse.mutationOptions())
  const begun = {
    purposeId: purpose.id,
    assetId: "",
    fieldNames: [] as string[],
    flagAssetId: null as string | null,
    flagColumn: "",
    joinKey: "",
  }
  const form = useForm(consentUseInput, begun, async (values) => {
    await save.mutateAsync(values)
    notify.success("Saved where the consent is written down")
    await refresh()
    onClose()
  })
  const { values, field, set, errors } = form
  return (
    <FormDialog form={form} title={`Data for ${purpose.name}`} action="Save data" onClose={onClose}>
      <AssetField
        label="Data asset"
        required
        value={values.assetId}
        error={errors.assetId}
        onChange={(id) => set({ assetId: id ?? "" })}
      />
      <TextField
        label="Fields that need it"
        hint="Names separated by commas; empty: all"
        optional
        value={values.fieldNames.join(", ")}
        error={errors.fieldNames}
        onChange={(text) =>
          set({ fieldNames: text === "" ? [] : text.split(",").map((name) => name.trim()) })
        }
      />
      <AssetField
        label="Consent stands in"
        hint="Another asset, where the flags are kept apart"
        empty="The same asset"
        exceptId={values.assetId}
        value={values.flagAssetId}
        error={errors.flagAssetId}
        onChange={(flagAssetId) => set({ flagAssetId, ...(flagAssetId ? {} : { joinKey: "" }) })}
      />
      <div className="pair">
        <TextField
          label="Consent column"
          hint="True where the person agreed"
          required
          {...field("flagColumn")}
        />
        {values.flagAssetId ? (
          <TextField label="Join key" hint="The column that both have" required {...field("joinKey")} />
        ) : null}
      </div>
    </FormDialog>
  )
}
