"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { useForm } from "@/components/shell/use-form"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
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
  const { data } = useQuery(trpc.catalog.listAssets.queryOptions({ limit: 1000 }))
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
  const assets = (data?.assets ?? []).map(({ id, name, product }) => ({
    value: id,
    label: name,
    hint: product?.name,
  }))
  return (
    <FormDialog form={form} title={`Data for ${purpose.name}`} action="Save data" onClose={onClose}>
      <Field label="Data asset" error={errors.assetId} required>
        {(control) => (
          <Combobox
            {...control}
            label="Data asset"
            options={assets}
            value={values.assetId || undefined}
            onChange={(id) => set({ assetId: id ?? "" })}
          />
        )}
      </Field>
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
      <Field
        label="Consent stands in"
        hint="Another asset, where the flags are kept apart"
        error={errors.flagAssetId}
        optional
      >
        {(control) => (
          <Combobox
            {...control}
            label="Consent stands in"
            options={assets.filter(({ value }) => value !== values.assetId)}
            value={values.flagAssetId ?? undefined}
            empty="The same asset"
            onChange={(id) => set({ flagAssetId: id ?? null, ...(id ? {} : { joinKey: "" }) })}
          />
        )}
      </Field>
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
