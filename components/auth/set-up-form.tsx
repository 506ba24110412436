"use client"
import { useState } from "react"
import { Field } from "@/components/ui/field"
import { TextInput } from "@/components/ui/text-input"
import { PASSWORD_LENGTH } from "@/server/members/domain/account"
import { itemPrefixOf } from "@/server/members/domain/workspace"
import { AuthField } from "./auth-field"
import { AuthForm } from "./auth-form"
import type { FormAction, FormState } from "./form-state"
import { PasswordField } from "./password-field"

/** The prefix follows the name until somebody writes their own. */
function WorkspaceFields({ state }: { state: FormState }) {
  const [name, setName] = useState(state.values["workspace.name"] ?? "")
  const [prefix, setPrefix] = useState(state.values["workspace.itemPrefix"])
  const shown = prefix ?? (name ? itemPrefixOf(name) : "")
  return (
    <>
      <Field
        label="Workspace"
        hint="Usually the company or department"
        error={state.errors["workspace.name"]}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            name="workspace.name"
            autoComplete="organization"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field
        label="Prefix of item keys"
        hint={`Items are then called ${shown || "NM"}-1, ${shown || "NM"}-2 and so on`}
        error={state.errors["workspace.itemPrefix"]}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            name="workspace.itemPrefix"
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

export function SetUpForm({ action }: { action: FormAction }) {
  return (
    <AuthForm action={action} submit="Create workspace">
      {(state) => (
        <>
          <WorkspaceFields state={state} />
          <AuthField state={state} name="name" label="Your name" autoComplete="name" />
          <AuthField state={state} name="email" label="Your e-mail" type="email" autoComplete="username" />
          <PasswordField
            name="password"
            label="Password"
            hint={`At least ${PASSWORD_LENGTH.min} characters`}
            error={state.errors.password}
            autoComplete="new-password"
          />
        </>
      )}
    </AuthForm>
  )
}
