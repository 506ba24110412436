"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { conflictWith, errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { usePeople } from "@/components/members/use-people"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import type { KeyResultRow } from "@/server/strategy/domain/objective-row"
import { sentenceOf } from "@/server/strategy/domain/sentence"
import { KeyResultFieldSet } from "../objectives/key-result-fields"
import {
  emptyKeyResult,
  fieldsOf,
  formOfKeyResult,
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
  const formId = useId()
  const people = usePeople([keyResult?.owner ?? null])
  const [base, setBase] = useState(keyResult)
  const [form, setForm] = useState(() =>
    keyResult
      ? formOfKeyResult(keyResult)
      : {
          ...emptyKeyResult(objective.periodStart),
          dueKind: "date" as const,
          dueDate: objective.periodEnd,
          ownerId: me.id,
        },
  )
  const [reason, setReason] = useState("")
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [theirs, setTheirs] = useState<KeyResultRow>()
  const options = {
    onSuccess: async () => {
      notify.success(keyResult ? "Saved the key result" : `Added a key result to ${objective.key}`)
      await refresh()
      onClose()
    },
    onError: (error: unknown) => {
      setErrors(withoutPrefix(fieldErrors(error)))
      setTheirs(conflictWith<KeyResultRow>(error))
    },
  }
  const add = useMutation(trpc.strategy.addKeyResult.mutationOptions(options))
  const update = useMutation(trpc.strategy.updateKeyResult.mutationOptions(options))
  const { error, isPending } = keyResult ? update : add
  const needsReason = keyResult !== undefined && objective.state === "active"
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const problems = keyResultProblems(form)
    if (needsReason && !reason.trim()) problems.reason = "Say why; the reason is recorded"
    setErrors(problems)
    if (Object.keys(problems).length > 0 || isPending) return
    const stated = fieldsOf(form)
    if (base) update.mutate({ id: base.id, version: base.version, keyResult: stated, reason })
    else add.mutate({ objectiveId: objective.id, keyResult: stated })
  }
  const take = (mine: boolean) => {
    if (!theirs) return
    setBase(theirs)
    if (!mine) setForm(formOfKeyResult(theirs))
    setTheirs(undefined)
    update.reset()
  }
  return (
    <Dialog
      open
      wide
      onOpenChange={(open) => open || onClose()}
      title={keyResult ? `Edit ${keyResult.metric}` : `Add key result to ${objective.key}`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {keyResult ? "Save key result" : "Add key result"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {theirs ? (
          <Notice state="warning">
            <b>Somebody else saved “{sentenceOf(theirs)}” in the meantime.</b> Yours is below.{" "}
            <Button size="small" onClick={() => take(false)}>
              Take what is saved
            </Button>{" "}
            <Button size="small" onClick={() => take(true)}>
              Keep mine
            </Button>
          </Notice>
        ) : error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(error)}</Notice>
        ) : null}
        <KeyResultFieldSet
          form={form}
          errors={errors}
          people={people}
          onChange={(changes) => setForm((before) => ({ ...before, ...changes }))}
        />
        {needsReason ? (
          <Field label="Why it changes" hint="The grade changes with it" error={errors.reason} required>
            {(control) => (
              <TextInput
                {...control}
                autoComplete="off"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        ) : null}
      </form>
    </Dialog>
  )
}
