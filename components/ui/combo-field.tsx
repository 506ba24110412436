"use client"
import { Combobox, type FoundElsewhere } from "./combobox"
import { Field } from "./field"
import type { Choice } from "./prepare-options"

type Props = {
  label: string
  hint?: string
  error?: string
  required?: boolean
  options: readonly Choice[]
  found?: FoundElsewhere
  value: string | null | undefined
  placeholder?: string
  /** Offers to choose nothing, in these words; without them something has to be chosen. */
  empty?: string
  onChange: (value: string) => void
}

/** One of many, found by typing. */
export function ComboField({
  label,
  hint,
  error,
  required,
  options,
  found,
  value,
  placeholder,
  empty,
  onChange,
}: Props) {
  return (
    <Field label={label} hint={hint} error={error} required={required} optional={!required}>
      {(control) => (
        <Combobox
          {...control}
          label={label}
          options={options}
          found={found}
          value={value || undefined}
          placeholder={placeholder}
          empty={empty}
          onChange={(chosen) => onChange(chosen ?? "")}
        />
      )}
    </Field>
  )
}
