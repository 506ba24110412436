"use client"
import { TextField } from "@/components/ui/form-fields"
import { OPINION_LABELS, type OpinionStatus } from "@/server/dpia/domain/assessment-fields"
import { RadioChoice } from "./radio-choice"

export type OpinionForm = { names: string; opinion: string; status: OpinionStatus | null }

type Props = {
  words: { names: string; namesHint: string; opinion: string }
  form: OpinionForm
  errors: Readonly<Record<string, string>>
  onChange: (changes: Partial<OpinionForm>) => void
}

const answers = ([1, 0] as const).map((value) => ({ value, label: OPINION_LABELS[value] }))

/** Who says it, whether in favour, and in which words. */
export function OpinionFields({ words, form, errors, onChange }: Props) {
  return (
    <>
      <TextField
        label={words.names}
        hint={words.namesHint}
        required
        value={form.names}
        error={errors.names}
        onChange={(names) => onChange({ names })}
      />
      <RadioChoice
        legend="In favour or against"
        options={answers}
        value={form.status}
        error={errors.status}
        onChange={(status) => onChange({ status })}
      />
      <TextField
        label={words.opinion}
        rows={5}
        required
        value={form.opinion}
        error={errors.opinion}
        onChange={(opinion) => onChange({ opinion })}
      />
    </>
  )
}
