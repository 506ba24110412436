"use client"
import { AuthForm } from "./auth-form"
import type { FormAction } from "./form-state"
import { WorkspaceFields } from "./workspace-fields"

export function NewWorkspaceForm({ action }: { action: FormAction }) {
  return (
    <AuthForm action={action} submit="Create workspace">
      {(state) => <WorkspaceFields state={state} />}
    </AuthForm>
  )
}
