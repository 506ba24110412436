import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { REACH_PERIODS } from "@/server/scoring/domain/framework"
import type { FrameworkDraft } from "./prepare-draft"
import type { Problems } from "./read-draft"

type Props = { draft: FrameworkDraft; problems: Problems; set: (patch: Partial<FrameworkDraft>) => void }

/** What only one method has: the period of RICE, the thresholds of the value and effort matrix. */
export function MethodOptions({ draft, problems, set }: Props) {
  const { method, thresholds } = draft
  if (method === "rice") {
    return (
      <Field label="Period in which reach is counted" error={problems.period} required>
        {(control) => (
          <Select
            {...control}
            options={REACH_PERIODS.map((value) => ({ value, label: value.replace("_", " ") }))}
            value={draft.period ?? "quarter"}
            onChange={(event) => set({ period: REACH_PERIODS.find((value) => value === event.target.value) })}
          />
        )}
      </Field>
    )
  }
  if (method !== "value_effort") return null
  const field = (name: "value" | "effort", label: string, hint: string) => (
    <Field label={label} hint={hint} error={problems[`thresholds.${name}`] ?? problems.thresholds} required>
      {(control) => (
        <TextInput
          {...control}
          inputMode="decimal"
          value={thresholds[name]}
          onChange={(event) => set({ thresholds: { ...thresholds, [name]: event.target.value } })}
        />
      )}
    </Field>
  )
  return (
    <div className="fields">
      {field("value", "High value from", "At or above it, an item is a quick win or a big bet.")}
      {field("effort", "Low effort up to", "At or below it, an item is a quick win or a fill-in.")}
    </div>
  )
}
