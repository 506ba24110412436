"use client"
import type { ComponentProps } from "react"
import { Field } from "./field"
import { Select } from "./select"
import { TextArea } from "./text-area"
import { TextInput } from "./text-input"

type Shared = { label: string; hint?: string; error?: string; required?: boolean; optional?: boolean }
type TextProps = Shared & {
  value: string
  onChange: (value: string) => void
  rows?: number
  type?: "text" | "date" | "number" | "email"
  mono?: boolean
} & Pick<ComponentProps<"input">, "min" | "max" | "maxLength" | "inputMode" | "placeholder" | "className">

/** One line, or with `rows` several. */
export function TextField(props: TextProps) {
  const {
    label,
    hint,
    error,
    required,
    optional,
    value,
    onChange,
    rows,
    type = "text",
    mono,
    ...more
  } = props
  const { maxLength, placeholder } = more
  return (
    <Field label={label} hint={hint} error={error} required={required} optional={optional}>
      {(control) =>
        rows ? (
          <TextArea
            {...{ ...control, maxLength, placeholder, rows, value }}
            className={mono ? "mono" : undefined}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <TextInput
            {...{ ...control, ...more, type, value }}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}

type ChoiceProps = Shared & {
  value: string
  options: readonly { value: string; label: string }[]
  empty?: string
  onChange: (value: string) => void
}

/** One of a few. */
export function ChoiceField({ value, options, empty, onChange, ...field }: ChoiceProps) {
  return (
    <Field {...field}>
      {(control) => (
        <Select
          {...control}
          options={options}
          empty={empty}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

/** Why something is done; recorded in the audit trail. */
export function ReasonField(props: {
  value: string
  error?: string
  required?: boolean
  onChange: (value: string) => void
}) {
  const { required, ...rest } = props
  return (
    <TextField
      {...rest}
      label="Reason"
      hint="Recorded in the audit trail"
      rows={2}
      required={required}
      optional={!required}
    />
  )
}
