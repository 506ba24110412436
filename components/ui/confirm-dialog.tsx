"use client"
import { type FormEvent, useState } from "react"
import { Button } from "./button"
import { Dialog } from "./dialog"
import { Field } from "./field"
import { type ConfirmQuestion, confirmProblem } from "./prepare-confirm"
import { TextArea } from "./text-area"
import { TextInput } from "./text-input"

type Props = {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What will happen and what cannot be taken back. */
  description: string
  /** The verb on the button: "Remove member". */
  action: string
  ask: ConfirmQuestion
  danger?: boolean
  /** Gets the reason (or the name) that was typed. A thrown error stays in the dialog as its message. */
  onConfirm: (answer: string) => Promise<void> | void
}

/** A destructive act: asks for the reason or the name before it is done. */
export function ConfirmDialog(props: Props) {
  return props.open ? <Question {...props} /> : null
}

function Question({ onOpenChange, title, description, action, ask, danger = true, onConfirm }: Props) {
  const [answer, setAnswer] = useState("")
  const [error, setError] = useState<string>()
  const [pending, setPending] = useState(false)
  const confirm = async (event: FormEvent) => {
    event.preventDefault()
    const problem = confirmProblem(ask, answer)
    setError(problem)
    if (problem || pending) return
    setPending(true)
    try {
      await onConfirm(answer.trim())
      onOpenChange(false)
    } catch (cause) {
      setError(cause instanceof Error ? cause.message : "It could not be done. Try again.")
    } finally {
      setPending(false)
    }
  }
  const label =
    ask.kind === "name" ? `Type ${ask.name} to confirm` : ask.kind === "reason" ? (ask.label ?? "Reason") : ""
  return (
    <Dialog alert open onOpenChange={onOpenChange} title={title} description={description}>
      <form onSubmit={confirm} noValidate>
        {ask.kind === "none" ? (
          error && <p className="bad">{error}</p>
        ) : (
          <Field label={label} error={error} required>
            {(control) => {
              const shared = { ...control, value: answer, autoComplete: "off" }
              return ask.kind === "name" ? (
                <TextInput {...shared} onChange={(event) => setAnswer(event.target.value)} />
              ) : (
                <TextArea {...shared} rows={3} onChange={(event) => setAnswer(event.target.value)} />
              )
            }}
          </Field>
        )}
        <div className="acts">
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button type="submit" variant={danger ? "danger" : "primary"} pending={pending}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
