"use client"
import { useMutation, useQuery } from "@tanstack/react-query"
import { useRouter } from "next/navigation"
import { type FormEvent, useId, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { useFormDraft } from "@/components/shell/use-form-draft"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
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
  const formId = useId()
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
  const { value: form, change, forget } = useFormDraft(`objective ${workspace.id}`, begun)
  const [errors, setErrors] = useState<Record<string, string>>({})
  // Figures that were typed by hand are not overwritten by the title.
  const [byHand, setByHand] = useState(hasKeyResult(form.keyResult))
  const close = () => {
    forget()
    onClose()
  }
  const create = useMutation(
    trpc.strategy.createObjective.mutationOptions({
      onSuccess: async ({ key }) => {
        forget()
        notify.success(`Created ${key}`)
        await refresh()
        router.push(`/${workspace.slug}/strategy/objectives/${key}`)
      },
      onError: (error) => setErrors(atFormFields(fieldErrors(error))),
    }),
  )
  const changeKeyResult = (changes: Partial<KeyResultForm>) => {
    setByHand(true)
    change({ ...form, keyResult: { ...form.keyResult, ...changes } })
  }
  const changeFields = (changes: Partial<ObjectiveForm>) => {
    const read = changes.title && !byHand ? withTypedGoal(form.keyResult, changes.title) : null
    change({ ...form, ...changes, ...(read && { keyResult: read }) })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const problems = objectiveProblems(form)
    setErrors(problems)
    if (Object.keys(problems).length === 0 && !create.isPending) create.mutate(newObjective(form))
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || close()}
      title="Create objective"
      description="An objective says what should be different; its key results say by how much and until when."
      actions={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={create.isPending}>
            Create objective
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {create.error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(create.error)}</Notice>
        ) : null}
        <ObjectiveFieldSet
          form={form}
          errors={errors}
          domains={domains ?? []}
          people={people}
          hint="Or the whole goal, such as “Reduce churn by 15 % in six months”: its figures are filled in below"
          onChange={changeFields}
        />
        <PeriodFields form={form.keyResult} errors={errors} onChange={changeKeyResult} />
        <h3 className="form-part">First key result</h3>
        <KeyResultFieldSet
          form={form.keyResult}
          errors={{ ...errors, ownerId: errors.keyResultOwnerId ?? "" }}
          people={people}
          period={false}
          onChange={changeKeyResult}
        />
        <Checkbox checked={form.draft} onChange={(event) => change({ ...form, draft: event.target.checked })}>
          Keep it as a draft, which is not graded yet
        </Checkbox>
      </form>
    </Dialog>
  )
}
