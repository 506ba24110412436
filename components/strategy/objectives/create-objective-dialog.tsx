"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { Checkbox } from "@/components/ui/checkbox"
import { FormDialog } from "@/components/ui/form-dialog"
import { notify } from "@/components/ui/toast"
import { useRefreshStrategy } from "../use-refresh-strategy"
import { KeyResultFieldSet } from "./key-result-fields"
import { ObjectiveFieldSet } from "./objective-fields"
import { PeriodFields } from "./period-fields"
import { emptyKeyResult, type KeyResultForm, withTypedGoal } from "./prepare-key-result-form"
import {
  atFormFields,
  hasKeyResult,
  newObjective,
  type ObjectiveForm,
  objectiveProblems,
} from "./prepare-objective-form"

/** A new objective with its first key result; a goal typed as the title fills the figures. */
export default function CreateObjectiveDialog({ onClose }: { onClose: () => void }) {
  const trpc = useTRPC()
  const router = useRouter()
  const refresh = useRefreshStrategy()
  const { workspace, me, now } = useWorkspace()
  const people = usePeople()
  const { data: domains } = useQuery(trpc.products.listDomains.queryOptions({}))
  const begun: ObjectiveForm = {
    title: "",
    description: "",
    ownerId: me.id,
    domainId: null,
    draft: false,
    keyResult: { ...emptyKeyResult(now.slice(0, 10)), ownerId: me.id },
  }
  const create = useMutation(trpc.strategy.createObjective.mutationOptions())
  const form = useForm(
    objectiveProblems,
    begun,
    async (stated) => {
      const { key } = await create.mutateAsync(newObjective(stated))
      notify.success(`Created ${key}`)
      await refresh()
      router.push(`/${workspace.slug}/strategy/objectives/${key}`)
    },
    { draft: "objective", at: atFormFields },
  )
  const { values, set, errors } = form
  // Figures that were typed by hand are not overwritten by the title.
  const [byHand, setByHand] = useState(hasKeyResult(values.keyResult))
  const changeKeyResult = (changes: Partial<KeyResultForm>) => {
    setByHand(true)
    set({ keyResult: { ...values.keyResult, ...changes } })
  }
  const changeFields = (changes: Partial<ObjectiveForm>) => {
    const read = changes.title && !byHand ? withTypedGoal(values.keyResult, changes.title) : null
    set({ ...changes, ...(read && { keyResult: read }) })
  }
  return (
    <FormDialog
      form={form}
      wide
      title="Create objective"
      description="An objective says what should be different; its key results say by how much and until when."
      action="Create objective"
      onClose={onClose}
    >
      <ObjectiveFieldSet
        form={values}
        errors={errors}
        domains={domains ?? []}
        people={people}
        hint="Or the whole goal, such as “Reduce churn by 15 % in six months”: its figures are filled in below"
        onChange={changeFields}
      />
      <PeriodFields form={values.keyResult} errors={errors} onChange={changeKeyResult} />
      <h3 className="form-part">First key result</h3>
      <KeyResultFieldSet
        form={values.keyResult}
        errors={{ ...errors, ownerId: errors.keyResultOwnerId ?? "" }}
        people={people}
        period={false}
        onChange={changeKeyResult}
      />
      <Checkbox checked={values.draft} onChange={(event) => set({ draft: event.target.checked })}>
        Keep it as a draft, which is not graded yet
      </Checkbox>
    </FormDialog>
  )
}
