"use client"
import { useMutation } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { AssetField } from "@/components/catalog/asset-field"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { useForm } from "@/components/shell/use-form"
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
        <AssetField
          label="Data asset"
          required
          value={values.assetId}
          error={errors.assetId}
          onChange={(id) => set({ assetId: id ?? "" })}
        />
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
