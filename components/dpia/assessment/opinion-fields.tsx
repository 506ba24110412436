"use client"
import { Field } from "@/components/ui/field"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import { OPINION_LABELS, type OpinionStatus } from "@/server/dpia/domain/assessment-fields"

export type OpinionForm = { names: string; opinion: string; status: OpinionStatus | null }

type Props = {
  words: { names: string; namesHint: string; opinion: string }
  form: OpinionForm
  errors: Readonly<Record<string, string>>
  onChange: (changes: Partial<OpinionForm>) => void
}

/** Who says it, whether in favour, and in which words. */
export function OpinionFields({ words, form, errors, onChange }: Props) {
  return (
    <>
      <Field label={words.names} hint={words.namesHint} error={errors.names} required>
        {(control) => (
          <TextInput
            {...control}
            value={form.names}
            onChange={(event) => onChange({ names: event.target.value })}
          />
        )}
      </Field>
      <fieldset className="decision">
        <legend className="sr-only">In favour or against</legend>
        {([1, 0] as const).map((status) => (
          <label key={status} className="check">
            <input
              type="radio"
              name="opinion"
              checked={form.status === status}
              onChange={() => onChange({ status })}
            />
            <span>{OPINION_LABELS[status]}</span>
          </label>
        ))}
        {errors.status ? <p className="bad">{errors.status}</p> : null}
      </fieldset>
      <Field label={words.opinion} error={errors.opinion} required>
        {(control) => (
          <TextArea
            {...control}
            rows={5}
            value={form.opinion}
            onChange={(event) => onChange({ opinion: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}
