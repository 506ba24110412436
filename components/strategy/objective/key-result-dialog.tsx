"use client"
import { useMutation } from "@tanstack/react-query"
import { useState } from "react"
import { conflictWith } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { useForm } from "@/components/shell/use-form"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
import { SavedMeanwhile } from "@/components/ui/saved-meanwhile"
import { notify } from "@/components/ui/toast"
import type { KeyResultRow } from "@/server/strategy/domain/objective-row"
import { sentenceOf } from "@/server/strategy/domain/sentence"
import { KeyResultFieldSet } from "../objectives/key-result-fields"
import {
  emptyKeyResult,
  fieldsOf,
  formOfKeyResult,
  type KeyResultForm,
  keyResultProblems,
} from "../objectives/prepare-key-result-form"
import { useRefreshStrategy } from "../use-refresh-strategy"

type Props = {
  objective: { id: string; key: string; state: string; periodStart: string; periodEnd: string }
  /** Absent for a new one. */
  keyResult?: KeyResultRow
  onClose: () => void
}

const withoutPrefix = (problems: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(problems).map(([path, message]) => [path.replace(/^keyResult\./, ""), message]),
  )

/** States a key result, or states it anew with a reason. */
export default function KeyResultDialog({ objective, keyResult, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshStrategy()
  const { me } = useWorkspace()
  const people = usePeople([keyResult?.owner ?? null])
  const [version, setVersion] = useState(keyResult?.version ?? 0)
  const add = useMutation(trpc.strategy.addKeyResult.mutationOptions())
  const update = useMutation(trpc.strategy.updateKeyResult.mutationOptions())
  const needsReason = keyResult !== undefined && objective.state === "active"
  const begun: KeyResultForm = keyResult
    ? formOfKeyResult(keyResult)
    : {
        ...emptyKeyResult(objective.periodStart),
        dueKind: "date",
        dueDate: objective.periodEnd,
        ownerId: me.id,
      }
  const form = useForm(
    ({ reason, ...stated }) => ({
      ...keyResultProblems(stated),
      ...(needsReason && !reason.trim() && { reason: "Say why; the reason is recorded" }),
    }),
    { ...begun, reason: "" },
    async ({ reason, ...values }) => {
      const stated = fieldsOf(values)
      if (keyResult) await update.mutateAsync({ id: keyResult.id, version, keyResult: stated, reason })
      else await add.mutateAsync({ objectiveId: objective.id, keyResult: stated })
      notify.success(keyResult ? "Saved the key result" : `Added a key result to ${objective.key}`)
      await refresh()
      onClose()
    },
    {
      draft: `key result ${keyResult ? `${keyResult.id} ${keyResult.version}` : objective.id}`,
      at: withoutPrefix,
    },
  )
  const { values, field, set, errors } = form
  const theirs = conflictWith<KeyResultRow>(form.refusal)
  const goOnFrom = (saved: KeyResultRow, mine: boolean) => {
    if (!mine) set(formOfKeyResult(saved))
    setVersion(saved.version)
    form.goOn()
  }
  return (
    <FormDialog
      form={form}
      wide
      title={keyResult ? `Edit ${keyResult.metric}` : `Add key result to ${objective.key}`}
      action={keyResult ? "Save key result" : "Add key result"}
      onClose={onClose}
      notice={
        theirs ? (
          <SavedMeanwhile
            statement={`Somebody else saved “${sentenceOf(theirs)}” in the meantime.`}
            rest="Yours is below."
            choices={[
              { label: "Take what is saved", choose: () => goOnFrom(theirs, false) },
              { label: "Keep mine", choose: () => goOnFrom(theirs, true) },
            ]}
          />
        ) : undefined
      }
    >
      <KeyResultFieldSet form={values} errors={errors} people={people} onChange={set} />
      {needsReason ? (
        <TextField label="Why it changes" hint="The grade changes with it" required {...field("reason")} />
      ) : null}
    </FormDialog>
  )
}
