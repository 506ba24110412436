"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { useForm } from "@/components/shell/use-form"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import type { RetentionRuleRow } from "../privacy-data"
import { ruleWords } from "./prepare-retention"

const schema = z.object({
  ruleId: z.uuid("Choose a rule"),
  assetId: z.uuid("Choose a data asset"),
  startOn: z.iso.date("Give a date"),
})

type Props = { rules: readonly RetentionRuleRow[]; asset?: { id: string; name: string }; onClose: () => void }

/** A rule for a data asset from a start date on. */
export default function ApplyDialog({ rules, asset, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const { data } = useQuery(trpc.catalog.listAssets.queryOptions({ limit: 1000 }, { enabled: !asset }))
  const apply = useMutation(trpc.privacy.applyRetentionRule.mutationOptions())
  const begun = { ruleId: rules.length === 1 ? rules[0]!.id : "", assetId: asset?.id ?? "", startOn: "" }
  const form = useForm(schema, begun, async (values) => {
    await apply.mutateAsync(values)
    notify.success("Applied the rule")
    await refresh()
    onClose()
  })
  const { values, field, set, errors } = form
  const rule = rules.find(({ id }) => id === values.ruleId)
  return (
    <FormDialog
      form={form}
      title={asset ? `Apply a rule to ${asset.name}` : "Apply a rule"}
      action="Apply rule"
      onClose={onClose}
    >
      <ChoiceField
        label="Rule"
        hint={rule ? ruleWords(rule) : undefined}
        required
        empty="Choose a rule"
        options={rules.map(({ id, name }) => ({ value: id, label: name }))}
        {...field("ruleId")}
      />
      {asset ? null : (
        <Field label="Data asset" error={errors.assetId} required>
          {(control) => (
            <Combobox
              {...control}
              label="Data asset"
              options={(data?.assets ?? []).map(({ id, name, product }) => ({
                value: id,
                label: name,
                hint: product?.name,
              }))}
              value={values.assetId || undefined}
              onChange={(id) => set({ assetId: id ?? "" })}
            />
          )}
        </Field>
      )}
      <TextField
        label="Start"
        hint="The day of the start event of the oldest data in it"
        type="date"
        required
        {...field("startOn")}
      />
    </FormDialog>
  )
}
