"use client"
import { useMutation } from "@tanstack/react-query"
import { type FormEvent, useId, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Dialog } from "@/components/ui/dialog"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextInput } from "@/components/ui/text-input"
import { notify } from "@/components/ui/toast"
import type { KeyResultRow, MeasurementRow } from "@/server/strategy/domain/objective-row"
import { figuresOf, sentenceOf, valueWords } from "@/server/strategy/domain/sentence"
import { useRefreshStrategy } from "../use-refresh-strategy"

type Props = {
  keyResult: KeyResultRow
  /** The source of the last measurement: it is mostly the same again. */
  source: string
  /** The measurement that was wrong. */
  wrong?: MeasurementRow
  onClose: () => void
}

/** Writes down what a metric was on a day, or corrects what was written down. */
export default function MeasureDialog({ keyResult, source, wrong, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshStrategy()
  const { now } = useWorkspace()
  const formId = useId()
  const [value, setValue] = useState(wrong?.value ?? "")
  const [measuredOn, setMeasuredOn] = useState(wrong?.measuredOn ?? now.slice(0, 10))
  const [note, setNote] = useState(wrong?.note ?? source)
  const [reason, setReason] = useState("")
  const [withdrawn, setWithdrawn] = useState(false)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const done = {
    onSuccess: async () => {
      notify.success(
        wrong ? `Corrected ${keyResult.metric}` : `Measured ${valueWords(value.trim(), keyResult.unit)}`,
      )
      await refresh()
      onClose()
    },
    onError: (error: unknown) => setErrors(fieldErrors(error)),
  }
  const measure = useMutation(trpc.strategy.recordMeasurement.mutationOptions(done))
  const correct = useMutation(trpc.strategy.correctMeasurement.mutationOptions(done))
  const { error, isPending } = wrong ? correct : measure
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isPending) return
    const entry = { measuredOn, note }
    if (wrong) correct.mutate({ id: wrong.id, ...entry, value: withdrawn ? null : value, reason })
    else measure.mutate({ keyResultId: keyResult.id, ...entry, value })
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      title={wrong ? `Correct ${keyResult.metric}` : `Measure ${keyResult.metric}`}
      description={`${sentenceOf(keyResult)} (${figuresOf(keyResult)})`}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" pending={isPending}>
            {wrong ? "Save correction" : "Save measurement"}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate>
        {error && Object.keys(errors).length === 0 ? (
          <Notice state="bad">{errorMessage(error)}</Notice>
        ) : null}
        {withdrawn ? null : (
          <Field
            label={keyResult.unit ? `Value in ${keyResult.unit}` : "Value"}
            error={errors.value}
            required
          >
            {(control) => (
              <TextInput
                {...control}
                inputMode="decimal"
                autoComplete="off"
                value={value}
                onChange={(event) => setValue(event.target.value)}
              />
            )}
          </Field>
        )}
        <Field label="Day" error={errors.measuredOn} required>
          {(control) => (
            <TextInput
              {...control}
              type="date"
              value={measuredOn}
              onChange={(event) => setMeasuredOn(event.target.value)}
            />
          )}
        </Field>
        <Field label="Source" hint="Where the figure comes from" error={errors.note} required>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="off"
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        {wrong ? (
          <>
            <Field label="Why it is corrected" error={errors.reason} required>
              {(control) => (
                <TextInput
                  {...control}
                  autoComplete="off"
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                />
              )}
            </Field>
            <Checkbox
              checked={withdrawn}
              onChange={(event) => setWithdrawn(event.target.checked)}
              hint="The day then has no value; what was written down stays readable"
            >
              Withdraw it
            </Checkbox>
          </>
        ) : null}
      </form>
    </Dialog>
  )
}
