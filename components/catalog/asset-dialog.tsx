"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import { PersonField } from "@/components/ui/person-field"
import { notify } from "@/components/ui/toast"
import { ASSET_KIND_LABELS, ASSET_KINDS, type AssetFields, assetFields } from "@/server/catalog/domain/asset"
import type { AssetDetails } from "./catalog-data"
import { useRefreshCatalog } from "./use-refresh-catalog"

const kinds = ASSET_KINDS.map((value) => ({ value, label: ASSET_KIND_LABELS[value] }))

type Props = { asset?: AssetDetails; productId?: string | null; onClose: () => void }

/** A new data asset, or what is known of one. */
export default function AssetDialog({ asset, productId = null, onClose }: Props) {
  const trpc = useTRPC()
  const router = useRouter()
  const refresh = useRefreshCatalog()
  const { workspace } = useWorkspace()
  const people = usePeople([asset?.owner ?? null])
  const { data: products } = useQuery(trpc.products.listProducts.queryOptions({}))
  const create = useMutation(trpc.catalog.createAsset.mutationOptions())
  const update = useMutation(trpc.catalog.updateAsset.mutationOptions())
  const begun: AssetFields = asset
    ? {
        name: asset.name,
        kind: asset.kind,
        location: asset.location,
        description: asset.description,
        productId: asset.product?.id ?? null,
        ownerId: asset.owner?.id ?? null,
      }
    : { name: "", kind: "table", location: "", description: "", productId, ownerId: null }
  const form = useForm(assetFields, begun, async (values) => {
    if (asset) {
      await update.mutateAsync({ id: asset.id, version: asset.version, changes: values })
      notify.success(`Saved ${values.name.trim()}`)
      await refresh()
      return onClose()
    }
    const { key } = await create.mutateAsync(values)
    notify.success(`Registered ${values.name.trim()}`)
    await refresh()
    router.push(`/${workspace.slug}/assets/${key}`)
  })
  const { values, field, set, errors } = form
  return (
    <FormDialog
      form={form}
      wide
      title={asset ? `Edit ${asset.name}` : "Register data asset"}
      description={
        asset ? undefined : "A table, file, stream or dashboard that holds data. Its fields come next."
      }
      action={asset ? "Save asset" : "Register asset"}
      onClose={onClose}
    >
      <div className="pair">
        <TextField
          label="Name"
          hint="As it is called where it is, such as crm.customers"
          required
          {...field("name")}
        />
        <ChoiceField
          label="Kind"
          hint="A name is taken once per kind"
          required
          options={kinds}
          value={values.kind}
          error={errors.kind}
          onChange={(kind) => set({ kind: kind as AssetFields["kind"] })}
        />
      </div>
      <TextField label="Location" hint="System, database or path" optional {...field("location")} />
      <div className="pair">
        <Field label="Product" hint="The product it belongs to" error={errors.productId} optional>
          {(control) => (
            <Combobox
              {...control}
              label="Product"
              options={(products ?? []).map(({ id, name, domain }) => ({
                value: id,
                label: name,
                hint: domain.key,
              }))}
              value={values.productId ?? undefined}
              empty="None"
              onChange={(id) => set({ productId: id ?? null })}
            />
          )}
        </Field>
        <PersonField label="Owner" hint="Answers for what is in it" people={people} {...field("ownerId")} />
      </div>
      <TextField label="Description" optional rows={4} {...field("description")} />
    </FormDialog>
  )
}
