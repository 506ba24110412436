"use client"
import { useMutation } from "@tanstack/react-query"
import { useTRPC } from "@/components/api/trpc"
import { useWorkspace } from "@/components/api/workspace"
import { useForm } from "@/components/shell/use-form"
import { Checkbox } from "@/components/ui/checkbox"
import { FormDialog } from "@/components/ui/form-dialog"
import { TextField } from "@/components/ui/form-fields"
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

/** The server reads figures and days. */
const unchecked = () => ({})

/** Writes down what a metric was on a day, or corrects what was written down. */
export default function MeasureDialog({ keyResult, source, wrong, onClose }: Props) {
  const trpc = useTRPC()
  const refresh = useRefreshStrategy()
  const today = useWorkspace().now.slice(0, 10)
  const measure = useMutation(trpc.strategy.recordMeasurement.mutationOptions())
  const correct = useMutation(trpc.strategy.correctMeasurement.mutationOptions())
  const begun = {
    value: wrong?.value ?? "",
    measuredOn: wrong?.measuredOn ?? today,
    note: wrong?.note ?? source,
    reason: "",
    withdrawn: false,
  }
  const form = useForm(
    unchecked,
    begun,
    async ({ value, measuredOn, note, reason, withdrawn }) => {
      const entry = { measuredOn, note }
      if (wrong) {
        await correct.mutateAsync({ id: wrong.id, ...entry, value: withdrawn ? null : value, reason })
        notify.success(`Corrected ${keyResult.metric}`)
      } else {
        await measure.mutateAsync({ keyResultId: keyResult.id, ...entry, value })
        notify.success(`Measured ${valueWords(value.trim(), keyResult.unit)}`)
      }
      await refresh()
      onClose()
    },
    { draft: wrong ? `correction ${wrong.id}` : `measurement ${keyResult.id}` },
  )
  const { values, field, set } = form
  return (
    <FormDialog
      form={form}
      title={wrong ? `Correct ${keyResult.metric}` : `Measure ${keyResult.metric}`}
      description={`${sentenceOf(keyResult)} (${figuresOf(keyResult)})`}
      action={wrong ? "Save correction" : "Save measurement"}
      onClose={onClose}
    >
      {values.withdrawn ? null : (
        <TextField
          label={keyResult.unit ? `Value in ${keyResult.unit}` : "Value"}
          inputMode="decimal"
          required
          {...field("value")}
        />
      )}
      <TextField label="Day" type="date" required {...field("measuredOn")} />
      <TextField label="Source" hint="Where the figure comes from" required {...field("note")} />
      {wrong ? (
        <>
          <TextField label="Why it is corrected" required {...field("reason")} />
          <Checkbox
            checked={values.withdrawn}
            onChange={(event) => set({ withdrawn: event.target.checked })}
            hint="The day then has no value; what was written down stays readable"
          >
            Withdraw it
          </Checkbox>
        </>
      ) : null}
    </FormDialog>
  )
}
