"use client"
import { Field } from "@/components/ui/field"
import { TextArea } from "@/components/ui/text-area"
import { SaveNote } from "./save-note"
import { useAutosave } from "./use-autosave"

type Props = {
  name: string
  label: string
  hint?: string
  saved: string
  rows?: number
  maxLength?: number
  optional?: boolean
  save: (text: string) => Promise<unknown>
}

/** A labelled text that saves itself. */
export function AutosaveArea({ name, label, hint, saved, rows = 3, maxLength, optional, save }: Props) {
  const field = useAutosave({ name, saved, save })
  return (
    <div className="autosave">
      <Field label={label} hint={hint} optional={optional}>
        {(control) => (
          <TextArea
            {...control}
            rows={rows}
            maxLength={maxLength}
            value={field.text}
            onChange={(event) => field.change(event.target.value)}
            onBlur={() => void field.flush()}
          />
        )}
      </Field>
      <SaveNote state={field.state} error={field.error} />
    </div>
  )
}
