"use client"
import { useMutation } from "@tanstack/react-query"
import { useId } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useForm } from "@/components/shell/use-form"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Field } from "@/components/ui/field"
import { FormDialog } from "@/components/ui/form-dialog"
import { Icon } from "@/components/ui/icon"
import { Select } from "@/components/ui/select"
import { TextInput } from "@/components/ui/text-input"
import { PERMISSIONS, type Permission, READ_PERMISSIONS } from "@/server/kernel/domain/permissions"
import { tokenFields, tokenPermissions } from "@/server/members/domain/api-token"
import { useMembersRefresh } from "../use-members-refresh"

export type MadeToken = { name: string; secret: string; expiresAt: string }

type Props = { onClose: () => void; onMade: (token: MadeToken) => void }

const spans = [
  { value: "7", label: "7 days" },
  { value: "30", label: "30 days" },
  { value: "90", label: "90 days" },
  { value: "365", label: "A year" },
]

export function TokenDialog({ onClose, onMade }: Props) {
  const trpc = useTRPC()
  const refresh = useMembersRefresh()
  const problemId = useId()
  const { grants } = useWorkspace()
  const held = tokenPermissions(grants)
  const create = useMutation(trpc.members.createToken.mutationOptions())
  const initial = { name: "", permissions: [] as Permission[], expiresInDays: 90 }
  const form = useForm(tokenFields, initial, async (values) => {
    const made = await create.mutateAsync(values)
    await refresh()
    onMade({ ...made, name: values.name.trim() })
  })
  const { permissions } = form.values
  const toggle = (permission: Permission) => {
    const without = permissions.filter((chosen) => chosen !== permission)
    form.set({ permissions: without.length < permissions.length ? without : [...permissions, permission] })
  }
  return (
    <FormDialog
      form={form}
      wide
      title="Create API token"
      description="A token acts in your name, and may do what you may at the time of each call, within what you choose here."
      action="Create token"
      onClose={onClose}
    >
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Field label="Name" hint="The machine or script that uses it" error={form.errors.name} required>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              value={form.values.name}
              onChange={(event) => form.set({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label="Works for" hint="Then it stops by itself" error={form.errors.expiresInDays} required>
          {(control) => (
            <Select
              {...control}
              options={spans}
              value={String(form.values.expiresInDays)}
              onChange={(event) => form.set({ expiresInDays: Number(event.target.value) })}
            />
          )}
        </Field>
      </div>
      <fieldset className="field" aria-describedby={form.errors.permissions ? problemId : undefined}>
        <legend className="mb-1 font-medium">May</legend>
        <p className="hint mb-2">
          <Button
            size="small"
            onClick={() =>
              form.set({ permissions: held.filter((permission) => READ_PERMISSIONS.includes(permission)) })
            }
          >
            Choose reading only
          </Button>
        </p>
        <div className="grid gap-1.5 sm:grid-cols-2">
          {held.map((permission) => (
            <Checkbox
              key={permission}
              checked={permissions.includes(permission)}
              aria-invalid={form.errors.permissions ? true : undefined}
              onChange={() => toggle(permission)}
            >
              {PERMISSIONS[permission].label}
            </Checkbox>
          ))}
        </div>
        {form.errors.permissions ? (
          <p className="error" id={problemId}>
            <Icon name="bad" />
            {form.errors.permissions}
          </p>
        ) : null}
      </fieldset>
    </FormDialog>
  )
}
