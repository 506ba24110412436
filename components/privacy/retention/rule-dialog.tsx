"use client"
import { useMutation, useSuspenseQuery } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { classChoices } from "@/components/catalog/prepare-catalog"
import { useRefreshCatalog } from "@/components/catalog/use-refresh-catalog"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, ReasonField, TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import {
  RETENTION_ACTION_LABELS,
  RETENTION_ACTIONS,
  type RetentionRuleFields,
  retentionRuleFields,
  START_EVENT_LABELS,
  START_EVENTS,
} from "@/server/privacy/domain/retention-rule"
import type { RetentionRuleRow } from "../privacy-data"

const schema = retentionRuleFields.extend({ reason: z.string() })
const EMPTY: RetentionRuleFields = {
  name: "",
  classKey: null,
  purpose: "",
  basis: "",
  startEvent: "closed",
  periodAmount: 10,
  periodUnit: "years",
  repeatMonths: null,
  action: "delete",
}
const options = <T extends string>(values: readonly T[], labels: Record<T, string>) =>
  values.map((value) => ({ value, label: labels[value] }))
const number = (text: string) => (text.trim() === "" ? Number.NaN : Number(text))

/** A new retention rule, or a changed one. */
export default function RuleDialog({ rule, onClose }: { rule?: RetentionRuleRow; onClose: () => void }) {
  const trpc = useTRPC()
  const refresh = useRefreshCatalog()
  const { data: scheme } = useSuspenseQuery(trpc.catalog.getScheme.queryOptions({}))
  const create = useMutation(trpc.privacy.createRetentionRule.mutationOptions())
  const update = useMutation(trpc.privacy.updateRetentionRule.mutationOptions())
  const form = useForm(schema, { ...(rule ?? EMPTY), reason: "" }, async ({ reason, ...all }) => {
    const values = retentionRuleFields.parse(all)
    if (rule) await update.mutateAsync({ id: rule.id, version: rule.version, changes: values, reason })
    else await create.mutateAsync(values)
    notify.success(`Saved the rule ${values.name}`)
    await refresh()
    onClose()
  })
  const { values, field, set, errors } = form
  return (
    <FormDialog
      form={form}
      wide
      title={rule ? `Edit ${rule.name}` : "Create retention rule"}
      description="How long data of a class may be kept for a purpose, and what happens then (Art. 5(1)(e) GDPR)."
      action={rule ? "Save rule" : "Create rule"}
      onClose={onClose}
    >
      <div className="pair">
        <TextField label="Name" required {...field("name")} />
        <ChoiceField
          label="Class of data"
          options={[{ value: "", label: "Any class" }, ...classChoices(scheme)]}
          value={values.classKey ?? ""}
          error={errors.classKey}
          onChange={(classKey) => set({ classKey: classKey || null })}
        />
      </div>
      <div className="pair">
        <TextField label="Purpose" hint="For which it is kept until then" required {...field("purpose")} />
        <TextField
          label="Ground for the period"
          hint="A law, a contract, a decision"
          optional
          {...field("basis")}
        />
      </div>
      <div className="pair">
        <ChoiceField
          label="Begins with"
          options={options(START_EVENTS, START_EVENT_LABELS)}
          value={values.startEvent}
          error={errors.startEvent}
          onChange={(startEvent) => set({ startEvent: startEvent as RetentionRuleFields["startEvent"] })}
        />
        <ChoiceField
          label="Afterwards"
          options={options(RETENTION_ACTIONS, RETENTION_ACTION_LABELS)}
          value={values.action}
          error={errors.action}
          onChange={(action) => set({ action: action as RetentionRuleFields["action"] })}
        />
      </div>
      <div className="pair">
        <TextField
          label="Period"
          type="number"
          required
          value={Number.isNaN(values.periodAmount) ? "" : String(values.periodAmount)}
          error={errors.periodAmount}
          onChange={(text) => set({ periodAmount: number(text) })}
        />
        <ChoiceField
          label="Unit"
          options={options(["days", "months", "years"] as const, {
            days: "Days",
            months: "Months",
            years: "Years",
          })}
          value={values.periodUnit}
          error={errors.periodUnit}
          onChange={(unit) => set({ periodUnit: unit as RetentionRuleFields["periodUnit"] })}
        />
      </div>
      <TextField
        label="Again every … months"
        hint="After the first time; empty: after the period itself"
        type="number"
        optional
        value={
          values.repeatMonths === null || Number.isNaN(values.repeatMonths) ? "" : String(values.repeatMonths)
        }
        error={errors.repeatMonths}
        onChange={(text) => set({ repeatMonths: text.trim() === "" ? null : number(text) })}
      />
      {rule ? <ReasonField {...field("reason")} /> : null}
    </FormDialog>
  )
}
