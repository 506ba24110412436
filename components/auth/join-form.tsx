"use client"
import { PASSWORD_LENGTH } from "@/server/members/domain/account"
import { AuthField } from "./auth-field"
import { AuthForm } from "./auth-form"
import type { FormAction } from "./form-state"
import { PasswordField } from "./password-field"

type Props = { action: FormAction; token: string; email: string; workspace: string }

/** Accepts an invitation with a new account. */
export function JoinForm({ action, token, email, workspace }: Props) {
  return (
    <AuthForm action={action} submit={`Join ${workspace}`}>
      {(state) => (
        <>
          <input type="hidden" name="token" value={token} />
          {/* Password managers keep the address together with the new password. */}
          <input type="hidden" name="email" value={email} autoComplete="username" />
          <AuthField state={state} name="person.name" label="Your name" autoComplete="name" />
          <PasswordField
            name="person.password"
            label="Password"
            hint={`At least ${PASSWORD_LENGTH.min} characters`}
            error={state.errors["person.password"]}
            autoComplete="new-password"
          />
        </>
      )}
    </AuthForm>
  )
}

/** Accepts an invitation as the person who is signed in. */
export function JoinAsMe({ action, token, workspace }: Omit<Props, "email">) {
  return (
    <AuthForm action={action} submit={`Join ${workspace}`}>
      {() => <input type="hidden" name="token" value={token} />}
    </AuthForm>
  )
}
