"use client"
import { Combobox } from "./combobox"
import { Field } from "./field"
import type { Choice } from "./prepare-options"

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

type PairProps<Name extends string> = {
  people: readonly Choice[]
  /** Of each field of the form: its name, label and hint. */
  fields: readonly (readonly [name: Name, label: string, hint: string])[]
  form: Readonly<Record<Name, string | null>>
  errors: Readonly<Record<string, string>>
  onChange: (change: Partial<Record<Name, string | null>>) => void
}

/** Two people beside each other, who answer for different things. */
export function PersonPair<Name extends string>({ people, fields, form, errors, onChange }: PairProps<Name>) {
  const choose = (name: Name, id: string | null) => {
    const change: Partial<Record<Name, string | null>> = {}
    change[name] = id
    onChange(change)
  }
  return (
    <div className="pair">
      {fields.map(([name, label, hint]) => (
        <PersonField
          key={name}
          label={label}
          hint={hint}
          people={people}
          value={form[name]}
          error={errors[name]}
          onChange={(id) => choose(name, id)}
        />
      ))}
    </div>
  )
}
