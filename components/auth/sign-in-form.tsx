"use client"
import { AuthField } from "./auth-field"
import { AuthForm } from "./auth-form"
import type { FormAction } from "./form-state"
import { PasswordField } from "./password-field"

export function SignInForm({
  action,
  back,
  message,
}: {
  action: FormAction
  back: string
  message?: string
}) {
  return (
    <AuthForm action={action} submit="Sign in" initial={{ message }}>
      {(state) => (
        <>
          <input type="hidden" name="back" value={back} />
          <AuthField state={state} name="email" label="E-mail" type="email" autoComplete="username" />
          <PasswordField
            name="password"
            label="Password"
            error={state.errors.password}
            autoComplete="current-password"
          />
        </>
      )}
    </AuthForm>
  )
}
