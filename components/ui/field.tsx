import { type ReactNode, useId } from "react"
import { Icon } from "./icon"

/** What a control needs to belong to its field: spread it into TextInput, TextArea, Select or a native control. */
export type FieldControl = {
  id: string
  "aria-describedby": string | undefined
  "aria-invalid": true | undefined
  required: boolean | undefined
}

type Props = {
  label: string
  hint?: ReactNode
  /** The message of the failed rule: what is wrong and how to put it right. */
  error?: string
  required?: boolean
  /** Marks a field that may stay empty, where most are required. */
  optional?: boolean
  children: (control: FieldControl) => ReactNode
}

export function Field({ label, hint, error, required, optional, children }: Props) {
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ")
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional ? <span className="hint"> optional</span> : null}
      </label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {children({
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
        required: required || undefined,
      })}
      {error ? (
        <p className="error" id={`${id}-error`}>
          <Icon name="bad" />
          {error}
        </p>
      ) : null}
    </div>
  )
}
