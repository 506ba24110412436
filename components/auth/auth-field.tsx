"use client"
import type { ComponentProps, ReactNode } from "react"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import type { FormState } from "./form-state"

type Props = Omit<ComponentProps<"input">, "name"> & {
  state: FormState
  /** Also the path under which the server reports its message. */
  name: string
  label: string
  hint?: ReactNode
}

export function AuthField({ state, name, label, hint, ...input }: Props) {
  return (
    <Field label={label} hint={hint} error={state.errors[name]} required>
      {(control) => (
        <TextInput
          {...input}
          {...control}
          name={name}
          defaultValue={state.values[name] ?? input.defaultValue}
        />
      )}
    </Field>
  )
}
