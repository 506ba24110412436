"use client"
import { useMutation } from "@tanstack/react-query"
import { useId } from "react"
import { z } from "zod"
import { useTRPC } from "@/components/api/trpc"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import { ROLE_LABELS, type Role } from "@/server/kernel/domain/permissions"
import { placedRole } from "@/server/members/domain/grant"
import { PlaceFields, unplaced } from "./place-fields"
import { endOfDay, startOfDay } from "./prepare-validity"
import { useForm } from "./use-form"
import { useMembersRefresh } from "./use-members-refresh"

const days = z.object({ validFrom: z.string(), validUntil: z.string() })
const grantForm = z.intersection(placedRole, days)

type Props = { member: { id: string; name: string }; onClose: () => void }

export function GrantDialog({ member, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useMembersRefresh()
  const formId = useId()
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
    <Field label={label} hint={hint} error={form.errors[name]} optional>
      {(control) => (
        <TextInput
          {...control}
          type="date"
          value={form.values[name]}
          onChange={(event) => form.set({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={`Grant ${member.name} a role`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={form.pending}>
            Grant role
          </Button>
        </>
      }
    >
      <form id={formId} {...form.props}>
        {form.message ? <Notice state="bad">{form.message}</Notice> : null}
        <PlaceFields values={form.values} errors={form.errors} onChange={form.set} />
        <div className="grid gap-x-4 sm:grid-cols-2">
          {day("validFrom", "From", "Empty: at once")}
          {day("validUntil", "Until", "Empty: without end")}
        </div>
      </form>
    </Dialog>
  )
}
