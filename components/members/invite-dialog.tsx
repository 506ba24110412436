"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import type { Role } from "@/server/kernel/domain/permissions"
import { inviteFields } from "@/server/members/domain/invitation"
import type { OneTimeLink } from "./link-dialog"
import { PlaceFields, unplaced } from "./place-fields"
import { useMembersRefresh } from "./use-members-refresh"

type Props = { onClose: () => void; onInvited: (link: OneTimeLink) => void }

export function InviteDialog({ onClose, onInvited }: Props) {
  const trpc = useTRPC()
  const refresh = useMembersRefresh()
  const invite = useMutation(trpc.members.inviteMember.mutationOptions())
  const form = useForm(inviteFields, { email: "", ...unplaced }, async (values) => {
    // The schema has just refused an empty role.
    const { token, expiresAt } = await invite.mutateAsync({ ...values, role: values.role as Role })
    await refresh()
    const about = `Send this link to ${values.email.trim()}. Whoever opens it can join as them, so send it to nobody else.`
    onInvited({ title: "Invitation is ready", about, path: `/join/${token}`, expiresAt })
  })
  return (
    <FormDialog
      form={form}
      title="Invite member"
      description="You get a link to send yourself; Plumbline sends no e-mail."
      action="Make invitation"
      onClose={onClose}
    >
      <TextField label="E-mail" type="email" required {...form.field("email")} />
      <PlaceFields values={form.values} errors={form.errors} onChange={form.set} />
    </FormDialog>
  )
}
