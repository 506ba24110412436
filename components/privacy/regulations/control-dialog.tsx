"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useForm } from "@/components/shell/use-form"
import { Button } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import { notify } from "@/components/ui/toast"
import {
  CONTROL_KIND_FACTS,
  CONTROL_KINDS,
  type ControlFields,
  type ControlKind,
  controlSchema,
} from "@/server/privacy/domain/obligation"
import { useRefreshRegister } from "../register/use-refresh-register"
import { type CheckListed, type ControlListed, checkOptions } from "./prepare-regulations"

const kinds = CONTROL_KINDS.map((value) => ({ value, label: CONTROL_KIND_FACTS[value].label }))

/** A control: what is done, and what shows it. */
export default function ControlDialog({
  control,
  checks,
  onClose,
}: {
  control?: ControlListed
  checks: readonly CheckListed[]
  onClose: () => void
}) {
  const trpc = useTRPC()
  const refresh = useRefreshRegister()
  const [removing, setRemoving] = useState(false)
  const create = useMutation(trpc.privacy.createControl.mutationOptions())
  const update = useMutation(trpc.privacy.updateControl.mutationOptions())
  const remove = useMutation(trpc.privacy.removeControl.mutationOptions())
  const { name = "", kind = "dod_check", checkId = null, evidence = "", link = "" } = control ?? {}
  const begun: ControlFields = { name, kind, checkId, evidence, link }
  const form = useForm<ControlFields>(controlSchema, begun, async (fields) => {
    if (control) await update.mutateAsync({ id: control.id, version: control.version, fields })
    else await create.mutateAsync(fields)
    notify.success(`Saved ${fields.name.trim()}`)
    await refresh()
    onClose()
  })
  const { values, field, set } = form
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
      <TextField label="Name" required {...field("name")} />
      <ChoiceField
        label="Shown by"
        required
        options={kinds}
        value={values.kind}
        onChange={(kind) => set({ kind: kind as ControlKind })}
      />
      {values.kind === "dod_check" ? (
        <ChoiceField
          label="Check"
          hint="Its state today is counted over the checklists in use"
          error={form.errors.checkId}
          options={checkOptions(checks, values.checkId)}
          empty="Every required check"
          value={values.checkId ?? ""}
          onChange={(chosen) => set({ checkId: chosen || null })}
        />
      ) : null}
      <TextField
        label="What in it"
        hint="The check, rule or report by name"
        optional
        rows={2}
        {...field("evidence")}
      />
      {values.kind === "manual" ? (
        <TextField label="Address of the evidence" required {...field("link")} />
      ) : null}
      {control ? (
        <Button size="small" onClick={() => setRemoving(true)}>
          Remove control
        </Button>
      ) : null}
    </FormDialog>
  )
}
