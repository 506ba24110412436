"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { conflictWith } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { ComboField } from "@/components/ui/combo-field"
import { FormDialog } from "@/components/ui/form-dialog"
import { ChoiceField, TextField } from "@/components/ui/form-fields"
import { PersonPair } from "@/components/ui/person-field"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
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
  const people = usePeople([initiative?.sponsor ?? null, initiative?.owner ?? null])
  const { data: goals } = useQuery(trpc.strategy.listGoals.queryOptions({}))
  const [begun] = useState(() => initiativeForm(initiative, me.id, now.slice(0, 10)))
  const [version, setVersion] = useState(initiative?.version ?? 1)
  const create = useMutation(trpc.strategy.createInitiative.mutationOptions())
  const update = useMutation(trpc.strategy.updateInitiative.mutationOptions())
  const form = useForm(
    createInitiativeSchema,
    begun,
    async (values) => {
      const changes = changedInitiative(begun, values)
      if (initiative && Object.keys(changes).length === 0) return onClose()
      if (initiative) await update.mutateAsync({ id: initiative.id, version, changes })
      else await create.mutateAsync(createInitiativeSchema.parse(values))
      const name = values.name.trim()
      notify.success(initiative ? `Saved ${name}` : `Put ${name} on the roadmap`)
      await refresh()
      onClose()
    },
    { draft: `initiative ${initiative ? `${initiative.id} ${initiative.version}` : ""}` },
  )
  const { values, field, set, errors } = form
  const theirs = conflictWith<InitiativeRow>(form.refusal)
  const goOn = (from: InitiativeRow) => {
    setVersion(from.version)
    form.goOn()
  }
  const quarter = (name: "startQuarter" | "endQuarter", label: string) => (
    <ChoiceField
      label={label}
      required
      options={quarterChoices([begun.startQuarter, begun.endQuarter], now.slice(0, 10))}
      value={values[name]}
      error={errors[name]}
      onChange={(chosen) => set({ [name]: chosen })}
    />
  )
  return (
    <FormDialog
      form={form}
      wide
      title={initiative ? `Edit ${initiative.name}` : "Create initiative"}
      action={initiative ? "Save initiative" : "Create initiative"}
      onClose={onClose}
      notice={
        theirs ? (
          <SavedMeanwhile
            statement={`Somebody else saved “${theirs.name}” in the meantime.`}
            rest="Yours is below."
            choices={[{ label: "Put my changes on top", choose: () => goOn(theirs) }]}
          />
        ) : undefined
      }
    >
      <TextField label="Name" required {...field("name")} />
      <div className="pair">
        {quarter("startQuarter", "From")}
        {quarter("endQuarter", "To")}
      </div>
      <ComboField
        label="For"
        hint="The objective or key result it works for"
        options={goalChoices(goals ?? [])}
        value={values.keyResultId ?? values.objectiveId}
        empty="No objective yet"
        error={errors.objectiveId ?? errors.keyResultId}
        onChange={(id) => set(goalOf(goals ?? [], id || undefined))}
      />
      <PersonPair
        people={people}
        fields={[
          ["sponsorId", "Sponsor", "Speaks for its money"],
          ["ownerId", "Owner", "Answers for its outcome"],
        ]}
        form={values}
        errors={errors}
        onChange={set}
      />
      <TextField label="Description" hint="Markdown" rows={4} optional {...field("description")} />
    </FormDialog>
  )
}
