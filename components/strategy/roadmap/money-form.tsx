"use client"
import { type FormEvent, useState } from "react"
import { errorMessage, fieldErrors } from "@/components/api/errors"
import { Button } from "@/components/ui/button"
import { Field } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { TextInput } from "@/components/ui/text-input"

export type MoneyEntry = { amount: string; currency: string; day: string; text: string; reason: string }

type Props = {
  title: string
  action: string
  begin: MoneyEntry
  /** Which fields the form has besides the amount, with their labels. */
  labels: { currency?: string; day?: string; text?: string; reason?: string }
  /** A decision that declines has none. */
  withoutAmount?: boolean
  /** Rejects with the server's error, which is put at its field. */
  onSave: (entry: MoneyEntry) => Promise<unknown>
  onCancel: () => void
}

/** Asks for an amount and what belongs to it: a request, a decision, a spending, a correction. */
export function MoneyForm({ title, action, begin, labels, withoutAmount, onSave, onCancel }: Props) {
  const [entry, setEntry] = useState(begin)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState<string>()
  const [pending, setPending] = useState(false)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    if (pending) return
    setPending(true)
    setFailure(undefined)
    try {
      await onSave(entry)
    } catch (error) {
      const found = fieldErrors(error)
      setErrors(found)
      if (Object.keys(found).length === 0) setFailure(errorMessage(error))
    } finally {
      setPending(false)
    }
  }
  const input = (name: keyof MoneyEntry, label: string | undefined, path: string, type = "text") =>
    label === undefined ? null : (
      <Field label={label} error={errors[path]} required>
        {(control) => (
          <TextInput
            {...control}
            type={type}
            inputMode={name === "amount" ? "decimal" : undefined}
            autoComplete="off"
            value={entry[name]}
            onChange={(event) => setEntry({ ...entry, [name]: event.target.value })}
          />
        )}
      </Field>
    )
  return (
    <form className="money-form" aria-label={title} onSubmit={submit} noValidate>
      <h4>{title}</h4>
      {failure ? <Notice state="bad">{failure}</Notice> : null}
      <div className="pair">
        {input("amount", withoutAmount ? undefined : "Amount", "amount")}
        {input("currency", labels.currency, "currency")}
        {input("day", labels.day, "spentOn", "date")}
      </div>
      {input("text", labels.text, "note")}
      {input("reason", labels.reason, "reason")}
      <div className="acts">
        <Button size="small" onClick={onCancel}>
          Cancel
        </Button>
        <Button size="small" type="submit" variant="primary" pending={pending}>
          {action}
        </Button>
      </div>
    </form>
  )
}
