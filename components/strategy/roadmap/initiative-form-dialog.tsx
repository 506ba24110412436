"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { conflictWith, errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { PersonPair } from "@/components/ui/person-field"
import { Select } from "@/components/ui/select"
import { TextArea } from "@/components/ui/text-area"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import { createInitiativeSchema } from "@/server/strategy/domain/initiative"
import type { InitiativeRow } from "@/server/strategy/domain/initiative-row"
import type { InitiativeDetails } from "../strategy-data"
import { useRefreshStrategy } from "../use-refresh-strategy"
import {
  changedInitiative,
  goalChoices,
  goalOf,
  initiativeForm,
  quarterChoices,
} from "./prepare-initiative-form"

type Props = { initiative?: InitiativeDetails; onClose: () => void }

/** A new initiative, or the one that was open. */
export default function InitiativeFormDialog({ initiative, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshStrategy()
  const { me, now } = useWorkspace()
  const formId = useId()
  const people = usePeople([initiative?.sponsor ?? null, initiative?.owner ?? null])
  const { data: goals } = useQuery(trpc.strategy.listGoals.queryOptions({}))
  const [begun] = useState(() => initiativeForm(initiative, me.id, now.slice(0, 10)))
  const [form, setForm] = useState(begun)
  const [version, setVersion] = useState(initiative?.version ?? 1)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const change = (changes: Partial<typeof form>) => setForm((before) => ({ ...before, ...changes }))
  const options = {
    onSuccess: async () => {
      notify.success(initiative ? `Saved ${form.name.trim()}` : `Put ${form.name.trim()} on the roadmap`)
      await refresh()
      onClose()
    },
    onError: (error: unknown) => {
      const found = Object.entries(fieldErrors(error))
      setErrors(Object.fromEntries(found.map(([path, message]) => [path.replace(/^changes\./, ""), message])))
      const theirs = conflictWith<InitiativeRow>(error)
      // Saving again puts the changes of this form on top of what the other person saved.
      if (theirs) setVersion(theirs.version)
    },
  }
  const create = useMutation(trpc.strategy.createInitiative.mutationOptions(options))
  const update = useMutation(trpc.strategy.updateInitiative.mutationOptions(options))
  const { error, isPending } = initiative ? update : create
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const parsed = createInitiativeSchema.safeParse(form)
    const problems = parsed.success
      ? {}
      : Object.fromEntries(
          parsed.error.issues.map(({ path, message }) => [path.join("."), message]).reverse(),
        )
    setErrors(problems)
    if (!parsed.success || isPending) return
    if (!initiative) return create.mutate(parsed.data)
    const changes = changedInitiative(begun, form)
    if (Object.keys(changes).length === 0) return onClose()
    update.mutate({ id: initiative.id, version, changes })
  }
  const quarter = (name: "startQuarter" | "endQuarter", label: string) => (
    <Field label={label} error={errors[name]} required>
      {(control) => (
        <Select
          {...control}
          options={quarterChoices([begun.startQuarter, begun.endQuarter], now.slice(0, 10))}
          value={form[name]}
          onChange={(event) => change({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || onClose()}
      title={initiative ? `Edit ${initiative.name}` : "Create initiative"}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {initiative ? "Save initiative" : "Create initiative"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {error && Object.keys(errors).length === 0 ? (
          <Notice state={conflictWith(error) ? "warning" : "bad"}>
            {errorMessage(error)}
            {conflictWith(error) ? ". Save again to put your changes on top of theirs, or cancel." : ""}
          </Notice>
        ) : null}
        <Field label="Name" error={errors.name} required>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              value={form.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <div className="pair">
          {quarter("startQuarter", "From")}
          {quarter("endQuarter", "To")}
        </div>
        <Field
          label="For"
          hint="The objective or key result it works for"
          error={errors.objectiveId ?? errors.keyResultId}
          optional
        >
          {(control) => (
            <Combobox
              {...control}
              label="For"
              options={goalChoices(goals ?? [])}
              value={form.keyResultId ?? form.objectiveId ?? undefined}
              empty="No objective yet"
              onChange={(id) => change(goalOf(goals ?? [], id))}
            />
          )}
        </Field>
        <PersonPair
          people={people}
          fields={[
            ["sponsorId", "Sponsor", "Speaks for its money"],
            ["ownerId", "Owner", "Answers for its outcome"],
          ]}
          form={form}
          errors={errors}
          onChange={change}
        />
        <Field label="Description" hint="Markdown" error={errors.description} optional>
          {(control) => (
            <TextArea
              {...control}
              rows={4}
              value={form.description}
              onChange={(event) => change({ description: event.target.value })}
            />
          )}
        </Field>
      </form>
    </Dialog>
  )
}
