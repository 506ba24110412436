"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { FormDialog } from "@/components/catalog/form-dialog"
import { ChoiceField, TextField } from "@/components/catalog/form-fields"
import { useForm } from "@/components/members/use-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { notify } from "@/components/ui/toast"
import {
  CONTROL_KIND_FACTS,
  CONTROL_KINDS,
  type ControlFields,
  type ControlKind,
  controlSchema,
} from "@/server/privacy/domain/obligation"
import { useRefreshRegister } from "../register/use-refresh-register"
import type { ControlListed } from "./prepare-regulations"

const kinds = CONTROL_KINDS.map((value) => ({ value, label: CONTROL_KIND_FACTS[value].label }))

/** A control: what is done, and what shows it. */
export default function ControlDialog({
  control,
  onClose,
}: {
  control?: ControlListed
  onClose: () => void
}) {
  const trpc = useTRPC()
  const refresh = useRefreshRegister()
  const [removing, setRemoving] = useState(false)
  const create = useMutation(trpc.privacy.createControl.mutationOptions())
  const update = useMutation(trpc.privacy.updateControl.mutationOptions())
  const remove = useMutation(trpc.privacy.removeControl.mutationOptions())
  const begun: ControlFields = control
    ? { name: control.name, kind: control.kind, evidence: control.evidence, link: control.link }
    : { name: "", kind: "dod_check", evidence: "", link: "" }
  const form = useForm<ControlFields>(controlSchema, begun, async (fields) => {
    if (control) await update.mutateAsync({ id: control.id, version: control.version, fields })
    else await create.mutateAsync(fields)
    notify.success(`Saved ${fields.name.trim()}`)
    await refresh()
    onClose()
  })
  const { values, set } = form
  const errorAt = (name: string) => form.errors[name] ?? form.errors[`fields.${name}`]
  if (removing && control) {
    return (
      <ConfirmDialog
        open
        onOpenChange={setRemoving}
        title={`Remove ${control.name}`}
        description="It leaves every obligation that it answers. The audit trail keeps it."
        action="Remove control"
        ask={{ kind: "reason" }}
        onConfirm={async (reason) => {
          await remove.mutateAsync({ id: control.id, reason })
          await refresh()
          onClose()
        }}
      />
    )
  }
  return (
    <FormDialog
      form={form}
      title={control ? "Edit control" : "Add control"}
      description="Something that is done, and the place that shows it is."
      action="Save control"
      onClose={onClose}
    >
      <TextField
        label="Name"
        required
        value={values.name}
        error={errorAt("name")}
        onChange={(name) => set({ name })}
      />
      <ChoiceField
        label="Shown by"
        required
        options={kinds}
        value={values.kind}
        onChange={(kind) => set({ kind: kind as ControlKind })}
      />
      <TextField
        label="What in it"
        hint="The check, rule or report by name"
        optional
        rows={2}
        value={values.evidence}
        error={errorAt("evidence")}
        onChange={(evidence) => set({ evidence })}
      />
      {values.kind === "manual" ? (
        <TextField
          label="Address of the evidence"
          required
          value={values.link}
          error={errorAt("link")}
          onChange={(link) => set({ link })}
        />
      ) : null}
      {control ? (
        <Button size="small" onClick={() => setRemoving(true)}>
          Remove control
        </Button>
      ) : null}
    </FormDialog>
  )
}
