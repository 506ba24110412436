"use client"
import { PASSWORD_LENGTH } from "@/server/members/domain/account"
import { AuthForm } from "./auth-form"
import type { FormAction } from "./form-state"
import { PasswordField } from "./password-field"

export function ResetForm({ action, token, email }: { action: FormAction; token: string; email: string }) {
  return (
    <AuthForm action={action} submit="Set password and sign in">
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          <input type="hidden" name="email" value={email} autoComplete="username" />
          <PasswordField
            name="password"
            label="New password"
            hint={`At least ${PASSWORD_LENGTH.min} characters`}
            error={state.errors.password}
            autoComplete="new-password"
          />
        </>
      )}
    </AuthForm>
  )
}
