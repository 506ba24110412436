"use client"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import type { DurationUnit } from "@/server/strategy/domain/period"
import type { PeriodForm } from "./prepare-key-result-form"

const UNITS = [
  { value: "week", label: "weeks" },
  { value: "month", label: "months" },
  { value: "quarter", label: "quarters" },
  { value: "year", label: "years" },
]
const KINDS = [
  { value: "duration", label: "After" },
  { value: "date", label: "On" },
]

type Props = {
  form: PeriodForm
  errors: Record<string, string>
  onChange: (changes: Partial<PeriodForm>) => void
}

/** From a day, for six months or until another day. */
export function PeriodFields({ form, errors, onChange }: Props) {
  const byDuration = form.dueKind === "duration"
  return (
    <div className="pair">
      <Field label="Starts" error={errors.startDate} required>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={form.startDate}
            onChange={(event) => onChange({ startDate: event.target.value })}
          />
        )}
      </Field>
      <Field
        label={byDuration ? "Due after" : "Due on"}
        error={errors["due.amount"] ?? errors["due.date"] ?? errors["due.unit"]}
        required
      >
        {(control) => (
          <div className="joined">
            <Select
              aria-label="How the due date is given"
              options={KINDS}
              value={form.dueKind}
              onChange={(event) => onChange({ dueKind: event.target.value as PeriodForm["dueKind"] })}
            />
            {byDuration ? (
              <>
                <TextInput
                  {...control}
                  inputMode="numeric"
                  autoComplete="off"
                  value={form.amount}
                  onChange={(event) => onChange({ amount: event.target.value })}
                />
                <Select
                  aria-label="Unit of time"
                  options={UNITS}
                  value={form.timeUnit}
                  onChange={(event) => onChange({ timeUnit: event.target.value as DurationUnit })}
                />
              </>
            ) : (
              <TextInput
                {...control}
                type="date"
                value={form.dueDate}
                onChange={(event) => onChange({ dueDate: event.target.value })}
              />
            )}
          </div>
        )}
      </Field>
    </div>
  )
}
