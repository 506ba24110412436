"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { ConfirmDialog } from "@/components/ui/confirm-dialog"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { PersonField } from "@/components/ui/person-field"
import { notify } from "@/components/ui/toast"
import { READING_LABELS } from "@/server/privacy/domain/control-reading"
import { type ObligationFields, obligationSchema } from "@/server/privacy/domain/obligation"
import { NOT_LEGAL_ADVICE } from "@/server/privacy/domain/starter-obligations"
import { useRefreshRegister } from "../register/use-refresh-register"
import { ObligationReading } from "./obligation-reading"
import type { ControlListed, ObligationListed } from "./prepare-regulations"

type Props = {
  obligation?: ObligationListed
  controls: readonly ControlListed[]
  /** Why it may only be read. */
  refused?: string
  onClose: () => void
}

const EMPTY: ObligationFields = {
  regulation: "GDPR",
  article: "",
  title: "",
  note: "",
  source: "",
  ownerId: null,
  reviewedOn: null,
  nextReviewOn: null,
  controlIds: [],
}

function fieldsOf({ owner, id: _id, version: _version, ...rest }: ObligationListed): ObligationFields {
  return { ...rest, ownerId: owner?.id ?? null }
}

/** All that is known of an obligation, to read or to change. */
export default function ObligationDialog(props: Props) {
  const { obligation, controls, refused, onClose } = props
  if (obligation && refused !== undefined) {
    return <ObligationReading obligation={obligation} controls={controls} onClose={onClose} />
  }
  return <ObligationForm {...props} />
}

function ObligationForm({ obligation, controls, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshRegister()
  const people = usePeople([obligation?.owner ?? null])
  const [retiring, setRetiring] = useState(false)
  const create = useMutation(trpc.privacy.createObligation.mutationOptions())
  const update = useMutation(trpc.privacy.updateObligation.mutationOptions())
  const retire = useMutation(trpc.privacy.retireObligation.mutationOptions())
  const form = useForm<ObligationFields>(
    obligationSchema,
    obligation ? fieldsOf(obligation) : EMPTY,
    async (fields) => {
      if (obligation) await update.mutateAsync({ id: obligation.id, version: obligation.version, fields })
      else await create.mutateAsync(fields)
      notify.success(`Saved ${fields.regulation} ${fields.article}`)
      await refresh()
      onClose()
    },
  )
  const { values, field, set, errors } = form
  if (retiring && obligation) {
    return (
      <ConfirmDialog
        open
        onOpenChange={setRetiring}
        title={`Retire ${obligation.regulation} ${obligation.article}`}
        description="It leaves the register, because it does not concern you or the law has changed. The audit trail keeps it."
        action="Retire obligation"
        ask={{ kind: "reason" }}
        onConfirm={async (reason) => {
          await retire.mutateAsync({ id: obligation.id, reason })
          await refresh()
          onClose()
        }}
      />
    )
  }
  const text = (name: "regulation" | "article" | "title" | "note" | "source") => ({
    value: values[name],
    error: errors[name],
    onChange: (value: string) => set({ [name]: value }),
  })
  const date = (name: "reviewedOn" | "nextReviewOn") => ({
    type: "date" as const,
    value: values[name] ?? "",
    error: errors[name],
    onChange: (value: string) => set({ [name]: value || null }),
  })
  const toggle = (id: string, on: boolean) =>
    set({ controlIds: on ? [...values.controlIds, id] : values.controlIds.filter((other) => other !== id) })
  return (
    <FormDialog
      form={form}
      wide
      title={obligation ? `${obligation.regulation} ${obligation.article}` : "Add obligation"}
      description={NOT_LEGAL_ADVICE}
      action="Save obligation"
      onClose={onClose}
    >
      <div className="pair">
        <TextField label="Regulation" required {...text("regulation")} />
        <TextField label="Article" required {...text("article")} />
      </div>
      <TextField label="What it asks" required {...text("title")} />
      <TextField label="How we read it" rows={4} optional {...text("note")} />
      <TextField label="Source" hint="Address of the text" optional {...text("source")} />
      <fieldset className="mb-4">
        <legend className="mb-2 font-medium">Controls that answer it</legend>
        {controls.length === 0 ? <p className="hint">Add controls under More first.</p> : null}
        <div className="grid gap-1">
          {controls.map(({ id, name, reading }) => (
            <Checkbox
              key={id}
              hint={`${READING_LABELS[reading.state]}: ${reading.words}`}
              checked={values.controlIds.includes(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            >
              {name}
            </Checkbox>
          ))}
        </div>
      </fieldset>
      <PersonField label="Owner" hint="Sees to the legal review" people={people} {...field("ownerId")} />
      <div className="pair">
        <TextField label="Last legal review" optional {...date("reviewedOn")} />
        <TextField label="Next legal review" optional {...date("nextReviewOn")} />
      </div>
      {obligation ? (
        <Button size="small" onClick={() => setRetiring(true)}>
          Retire obligation
        </Button>
      ) : null}
    </FormDialog>
  )
}
