"use client"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"

type Props = {
  name: string
  label: string
  hint?: string
  error?: string
  autoComplete: "current-password" | "new-password"
  value?: string
  onChange?: (value: string) => void
}

/** A password that can be looked at while it is typed. */
export function PasswordField({ name, label, hint, error, autoComplete, value, onChange }: Props) {
  const [shown, setShown] = useState(false)
  const kept = onChange
    ? { value: value ?? "", onChange: (e: { target: HTMLInputElement }) => onChange(e.target.value) }
    : {}
  return (
    <Field label={label} hint={hint} error={error} required>
      {(control) => (
        <span className="flex gap-2">
          <TextInput
            {...control}
            {...kept}
            name={name}
            type={shown ? "text" : "password"}
            autoComplete={autoComplete}
          />
          <Button
            aria-label={`${shown ? "Hide" : "Show"} ${label.toLowerCase()}`}
            onClick={() => setShown(!shown)}
          >
            {shown ? "Hide" : "Show"}
          </Button>
        </span>
      )}
    </Field>
  )
}
