"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { conflictWith } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
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

function formProblems({ title, periodStart, periodEnd }: Form): Record<string, string> {
  const period = periodProblem(periodStart, periodEnd)
  return {
    ...(title.trim() ? {} : { title: "State the objective" }),
    ...(period && { periodEnd: period }),
  }
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
  const people = usePeople([objective.owner])
  const { data: domains } = useQuery(trpc.products.listDomains.queryOptions({}))
  const [base, setBase] = useState(objective)
  const update = useMutation(trpc.strategy.updateObjective.mutationOptions())
  const form = useForm(
    formProblems,
    formOf(objective),
    async (values) => {
      const changes = changesOf(formOf(base), values)
      if (Object.keys(changes).length === 0) return onClose()
      await update.mutateAsync({ id: base.id, version: base.version, changes })
      notify.success(`Saved ${objective.key}`)
      await refresh()
      onClose()
    },
    { draft: `objective ${objective.id} ${objective.version}` },
  )
  const { values, set, errors } = form
  const theirs = conflictWith<Objective>(form.refusal)
  const goOnFrom = (saved: Objective, mine: boolean) => {
    // Only what I changed goes on top of what they saved.
    set({ ...formOf(saved), ...(mine && changesOf(formOf(base), values)) })
    setBase(saved)
    form.goOn()
  }
  const day = (name: "periodStart" | "periodEnd", label: string) => (
    <TextField
      label={label}
      type="date"
      required
      value={values[name]}
      error={errors[name]}
      onChange={(chosen) => set({ [name]: chosen })}
    />
  )
  return (
    <FormDialog
      form={form}
      wide
      title={`Edit ${objective.key}`}
      action="Save objective"
      onClose={onClose}
      notice={
        theirs ? (
          <SavedMeanwhile
            statement={`Somebody else saved “${theirs.title}” in the meantime.`}
            rest="Choose what is kept."
            choices={[
              { label: "Take what is saved", choose: () => goOnFrom(theirs, false) },
              { label: "Put my changes on top", choose: () => goOnFrom(theirs, true) },
            ]}
          />
        ) : undefined
      }
    >
      <ObjectiveFieldSet
        form={values}
        errors={errors}
        domains={domains ?? []}
        people={people}
        onChange={set}
      />
      <div className="pair">
        {day("periodStart", "Period from")}
        {day("periodEnd", "Period to")}
      </div>
    </FormDialog>
  )
}
