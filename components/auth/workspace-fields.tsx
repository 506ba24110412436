"use client"
import { useState } from "react"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { itemPrefixOf } from "@/server/members/domain/workspace"
import type { FormState } from "./form-state"

type Props = {
  state: FormState
  /** Before the names of both fields: "workspace." where they stand beside a person's. */
  within?: string
}

/** Name and item prefix of a new workspace; the prefix follows the name until somebody writes their own. */
export function WorkspaceFields({ state, within = "" }: Props) {
  const [nameField, prefixField] = [`${within}name`, `${within}itemPrefix`]
  const [name, setName] = useState(state.values[nameField] ?? "")
  const [prefix, setPrefix] = useState(state.values[prefixField])
  const shown = prefix ?? (name ? itemPrefixOf(name) : "")
  return (
    <>
      <Field
        label="Workspace"
        hint="Usually the company or department"
        error={state.errors[nameField]}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            name={nameField}
            autoComplete="organization"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Prefix of item keys"
        hint={`Items are then called ${shown || "NM"}-1, ${shown || "NM"}-2 and so on`}
        error={state.errors[prefixField]}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            name={prefixField}
            className="max-w-32"
            autoCapitalize="characters"
            value={shown}
            onChange={(event) => setPrefix(event.target.value.toUpperCase())}
          />
        )}
      </Field>
    </>
  )
}
