"use client"
import { Combobox } from "@/components/ui/combobox"
import { Field } from "@/components/ui/field"
import type { Choice } from "@/components/ui/prepare-options"

type Props = {
  label: string
  hint: string
  people: readonly Choice[]
  value: string | null
  error?: string
  onChange: (id: string | null) => void
}

/** Somebody of the workspace, or nobody yet. */
export function PersonField({ label, hint, people, value, error, onChange }: Props) {
  return (
    <Field label={label} hint={hint} error={error} optional>
      {(control) => (
        <Combobox
          {...control}
          label={label}
          options={people}
          value={value ?? undefined}
          empty="Nobody yet"
          onChange={(id) => onChange(id ?? null)}
        />
      )}
    </Field>
  )
}
