"use client"
import { useMutation } from "@tanstack/react-query"
import { useId } from "react"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextInput } from "@/components/ui/text-input"
import type { Role } from "@/server/kernel/domain/permissions"
import { inviteFields } from "@/server/members/domain/invitation"
import type { OneTimeLink } from "./link-dialog"
import { PlaceFields, unplaced } from "./place-fields"
import { useForm } from "./use-form"
import { useMembersRefresh } from "./use-members-refresh"

type Props = { onClose: () => void; onInvited: (link: OneTimeLink) => void }

export function InviteDialog({ onClose, onInvited }: Props) {
  const trpc = useTRPC()
  const refresh = useMembersRefresh()
  const formId = useId()
  const invite = useMutation(trpc.members.inviteMember.mutationOptions())
  const form = useForm(inviteFields, { email: "", ...unplaced }, async (values) => {
    // The schema has just refused an empty role.
    const { token, expiresAt } = await invite.mutateAsync({ ...values, role: values.role as Role })
    await refresh()
    const about = `Send this link to ${values.email.trim()}. Whoever opens it can join as them, so send it to nobody else.`
    onInvited({ title: "Invitation is ready", about, path: `/join/${token}`, expiresAt })
  })
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title="Invite member"
      description="You get a link to send yourself; Plumbline sends no e-mail."
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={form.pending}>
            Make invitation
          </Button>
        </>
      }
    >
      <form id={formId} {...form.props}>
        {form.message ? <Notice state="bad">{form.message}</Notice> : null}
        <Field label="E-mail" error={form.errors.email} required>
          {(control) => (
            <TextInput
              {...control}
              type="email"
              autoComplete="off"
              value={form.values.email}
              onChange={(event) => form.set({ email: event.target.value })}
            />
          )}
        </Field>
        <PlaceFields values={form.values} errors={form.errors} onChange={form.set} />
      </form>
    </Dialog>
  )
}
