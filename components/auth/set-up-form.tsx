"use client"
import { PASSWORD_LENGTH } from "@/server/members/domain/account"
import { AuthField } from "./auth-field"
import { AuthForm } from "./auth-form"
import type { FormAction } from "./form-state"
import { PasswordField } from "./password-field"
import { WorkspaceFields } from "./workspace-fields"

export function SetUpForm({ action }: { action: FormAction }) {
  return (
    <AuthForm action={action} submit="Create workspace">
      {(state) => (
        <>
          <WorkspaceFields state={state} within="workspace." />
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
