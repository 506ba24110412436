"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { conflictWith, errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { usePeople } from "@/components/members/use-people"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import { periodProblem } from "@/server/strategy/domain/objective"
import type { ObjectiveRow } from "@/server/strategy/domain/objective-row"
import { ObjectiveFieldSet } from "../objectives/objective-fields"
import { useRefreshStrategy } from "../use-refresh-strategy"

type Objective = ObjectiveRow & { description: string }

const formOf = ({ title, description, owner, domain, periodStart, periodEnd }: Objective) => ({
  title,
  description,
  ownerId: owner?.id ?? null,
  domainId: domain?.id ?? null,
  periodStart,
  periodEnd,
})
type Form = ReturnType<typeof formOf>

function changesOf(base: Form, form: Form): Partial<Form> {
  const names = (Object.keys(base) as (keyof Form)[]).filter((name) => form[name] !== base[name])
  return Object.fromEntries(names.map((name) => [name, form[name]]))
}

/** Edits an objective from the version that was open. */
export default function EditObjectiveDialog({
  objective,
  onClose,
}: {
  objective: Objective
  onClose: () => void
}) {
  const trpc = useTRPC()
  const refresh = useRefreshStrategy()
  const formId = useId()
  const people = usePeople([objective.owner])
  const { data: domains } = useQuery(trpc.products.listDomains.queryOptions({}))
  const [base, setBase] = useState(objective)
  const [form, setForm] = useState(formOf(objective))
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [theirs, setTheirs] = useState<Objective>()
  const update = useMutation(
    trpc.strategy.updateObjective.mutationOptions({
      onSuccess: async () => {
        notify.success(`Saved ${objective.key}`)
        await refresh()
        onClose()
      },
      onError: (error) => {
        const found = Object.entries(fieldErrors(error))
        setErrors(
          Object.fromEntries(found.map(([path, message]) => [path.replace(/^changes\./, ""), message])),
        )
        setTheirs(conflictWith<Objective>(error))
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const changes = changesOf(formOf(base), form)
    if (Object.keys(changes).length === 0) return onClose()
    const period = periodProblem(form.periodStart, form.periodEnd)
    const problems: Record<string, string> = {
      ...(form.title.trim() ? {} : { title: "State the objective" }),
      ...(period && { periodEnd: period }),
    }
    setErrors(problems)
    if (Object.keys(problems).length === 0 && !update.isPending)
      update.mutate({ id: base.id, version: base.version, changes })
  }
  const rebase = (mine: boolean) => {
    if (!theirs) return
    // Only what I changed goes on top of what they saved.
    setForm(mine ? { ...formOf(theirs), ...changesOf(formOf(base), form) } : formOf(theirs))
    setBase(theirs)
    setTheirs(undefined)
    update.reset()
  }
  const day = (name: "periodStart" | "periodEnd", label: string) => (
    <Field label={label} error={errors[name]} required>
      {(control) => (
        <TextInput
          {...control}
          type="date"
          value={form[name]}
          onChange={(event) => setForm({ ...form, [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || onClose()}
      title={`Edit ${objective.key}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={update.isPending}>
            Save objective
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {theirs ? (
          <Notice state="warning">
            <b>Somebody else saved “{theirs.title}” in the meantime.</b> Choose what is kept.{" "}
            <Button size="small" onClick={() => rebase(false)}>
              Take what is saved
            </Button>{" "}
            <Button size="small" onClick={() => rebase(true)}>
              Put my changes on top
            </Button>
          </Notice>
        ) : update.error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(update.error)}</Notice>
        ) : null}
        <ObjectiveFieldSet
          form={form}
          errors={errors}
          domains={domains ?? []}
          people={people}
          onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
        />
        <div className="pair">
          {day("periodStart", "Period from")}
          {day("periodEnd", "Period to")}
        </div>
      </form>
    </Dialog>
  )
}
