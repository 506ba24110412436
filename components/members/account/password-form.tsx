"use client"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { PasswordField } from "@/components/auth/password-field"
import { useForm } from "@/components/shell/use-form"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { notify } from "@/components/ui/toast"
import { newPassword, PASSWORD_LENGTH, passwordProblem } from "@/server/members/domain/account"

type Props = { account: { name: string; email: string } }

const empty = { currentPassword: "", password: "" }

export function PasswordForm({ account }: Props) {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const change = useMutation(trpc.members.changePassword.mutationOptions())
  const schema = z.object({
    currentPassword: z.string().min(1, "Enter your current password"),
    password: newPassword.superRefine((password, ctx) => {
      const problem = passwordProblem(password, account)
      if (problem) ctx.addIssue({ code: "custom", message: problem })
    }),
  })
  const form = useForm(schema, empty, async (values): Promise<void> => {
    const result = await change.mutateAsync(values)
    if (!result.ok) {
      form.setErrors({ currentPassword: result.message })
      return
    }
    form.set(empty)
    await queries.invalidateQueries(trpc.members.listSessions.pathFilter())
    notify.success(
      result.revoked > 0 ? "Changed your password and ended your other sessions" : "Changed your password",
    )
  })
  return (
    <form {...form.props}>
      {form.message ? <Notice state="bad">{form.message}</Notice> : null}
      <PasswordField
        name="currentPassword"
        label="Current password"
        autoComplete="current-password"
        error={form.errors.currentPassword}
        value={form.values.currentPassword}
        onChange={(currentPassword) => form.set({ currentPassword })}
      />
      <PasswordField
        name="password"
        label="New password"
        hint={`At least ${PASSWORD_LENGTH.min} characters. Your other sessions end.`}
        autoComplete="new-password"
        error={form.errors.password}
        value={form.values.password}
        onChange={(password) => form.set({ password })}
      />
      <Button type="submit" pending={form.pending}>
        Change password
      </Button>
    </form>
  )
}
