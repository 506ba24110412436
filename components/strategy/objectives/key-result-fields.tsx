"use client"
import { Field } from "@/components/ui/field"
import { PersonField } from "@/components/ui/person-field"
import type { Choice } from "@/components/ui/prepare-options"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { shortDay } from "@/server/strategy/domain/day-words"
import { RHYTHMS } from "@/server/strategy/domain/key-result"
import { PeriodFields } from "./period-fields"
import { AIMS, type Aim, type KeyResultForm, previewOf } from "./prepare-key-result-form"

type Props = {
  form: KeyResultForm
  errors: Record<string, string>
  people: readonly Choice[]
  /** Left out where the objective's own period is used. */
  period?: boolean
  onChange: (changes: Partial<KeyResultForm>) => void
}

const rhythms = RHYTHMS.map(({ days, label }) => ({ value: String(days), label }))

/** Metric, baseline, aim and rhythm, with the sentence they make. */
export function KeyResultFieldSet({ form, errors, people, period = true, onChange }: Props) {
  const number = (name: "baseline" | "percent" | "value" | "low" | "high", label: string, path: string) => (
    <Field label={label} error={errors[path]} required>
      {(control) => (
        <TextInput
          {...control}
          inputMode="decimal"
          autoComplete="off"
          value={form[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className="pair">
        <Field label="Metric" hint="What is measured, such as “Churn”" error={errors.metric} required>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              value={form.metric}
              onChange={(event) => onChange({ metric: event.target.value })}
            />
          )}
        </Field>
        <Field label="Unit" hint="Such as %, days, parcels" error={errors.unit} optional>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              value={form.unit}
              onChange={(event) => onChange({ unit: event.target.value })}
            />
          )}
        </Field>
      </div>
      <div className="trio">
        {number("baseline", "Baseline", "baseline")}
        <Field label="Aim" error={errors["target.direction"]} required>
          {(control) => (
            <Select
              {...control}
              options={AIMS}
              value={form.aim}
              onChange={(event) => onChange({ aim: event.target.value as Aim })}
            />
          )}
        </Field>
        {form.aim === "range" ? (
          <div className="pair tight">
            {number("low", "From", "target.low")}
            {number("high", "To", "target.high")}
          </div>
        ) : form.aim.endsWith("_by") ? (
          number("percent", "Per cent of the baseline", "target.percent")
        ) : (
          number("value", "Target", "target.value")
        )}
      </div>
      {period ? <PeriodFields form={form} errors={errors} onChange={onChange} /> : null}
      <div className="pair">
        <PersonField
          label="Owner of the key result"
          hint="Measures it, or has it measured"
          people={people}
          value={form.ownerId}
          error={errors.ownerId}
          onChange={(ownerId) => onChange({ ownerId })}
        />
        <Field label="Measured" hint="An older measurement is shown with its age" error={errors.rhythmDays}>
          {(control) => (
            <Select
              {...control}
              options={rhythms}
              value={form.rhythmDays}
              onChange={(event) => onChange({ rhythmDays: event.target.value })}
            />
          )}
        </Field>
      </div>
      <Preview form={form} />
    </>
  )
}

function Preview({ form }: { form: KeyResultForm }) {
  const preview = previewOf(form)
  return (
    <output className="preview-sentence">
      {preview ? (
        <>
          <b>{preview.sentence}</b>
          <span className="hint">
            {preview.figures}, due {shortDay(preview.dueDate)}
          </span>
        </>
      ) : (
        <span className="hint">The key result stands here as one sentence once it is complete.</span>
      )}
    </output>
  )
}
