"use client"
import { Field } from "@/components/ui/field"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"

type Shared = { label: string; hint?: string; error?: string; required?: boolean; optional?: boolean }
type TextProps = Shared & {
  value: string
  onChange: (value: string) => void
  rows?: number
  type?: "text" | "date" | "number"
  mono?: boolean
}

/** One line, or with `rows` several. */
export function TextField({ value, onChange, rows, type = "text", mono, ...field }: TextProps) {
  return (
    <Field {...field}>
      {(control) =>
        rows ? (
          <TextArea
            {...control}
            rows={rows}
            className={mono ? "mono" : undefined}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <TextInput
            {...control}
            type={type}
            autoComplete="off"
            value={value}
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
