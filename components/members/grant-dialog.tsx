"use client"
import { useMutation } from "@tanstack/react-query"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import { ROLE_LABELS, type Role } from "@/server/kernel/domain/permissions"
import { placedRole } from "@/server/members/domain/grant"
import { PlaceFields, unplaced } from "./place-fields"
import { endOfDay, startOfDay } from "./prepare-validity"
import { useMembersRefresh } from "./use-members-refresh"

const days = z.object({ validFrom: z.string(), validUntil: z.string() })
const grantForm = z.intersection(placedRole, days)

type Props = { member: { id: string; name: string }; onClose: () => void }

export function GrantDialog({ member, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useMembersRefresh()
  const grant = useMutation(trpc.members.grantRole.mutationOptions())
  const form = useForm(grantForm, { ...unplaced, validFrom: "", validUntil: "" }, async (values) => {
    const role = values.role as Role
    const when = { validFrom: startOfDay(values.validFrom), validUntil: endOfDay(values.validUntil) }
    await grant.mutateAsync({ ...values, ...when, role, userId: member.id })
    await refresh()
    notify.success(`Granted ${member.name} the role ${ROLE_LABELS[role]}`)
    onClose()
  })
  const day = (name: "validFrom" | "validUntil", label: string, hint: string) => (
    <TextField
      label={label}
      hint={hint}
      type="date"
      optional
      value={form.values[name]}
      error={form.errors[name]}
      onChange={(day) => form.set({ [name]: day })}
    />
  )
  return (
    <FormDialog form={form} title={`Grant ${member.name} a role`} action="Grant role" onClose={onClose}>
      <PlaceFields values={form.values} errors={form.errors} onChange={form.set} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        {day("validFrom", "From", "Empty: at once")}
        {day("validUntil", "Until", "Empty: without end")}
      </div>
    </FormDialog>
  )
}
