"use client"
import { type FormEvent, useState } from "react"
import { Button } from "@/components/ui/button"
import { TextInput } from "@/components/ui/text-input"

type Props = {
  /** What one entry is, for the labels: "impact". */
  label: string
  entries: readonly string[]
  describedBy?: string
  /** Absent: it can be read only. */
  onChange?: (entries: string[]) => void
}

/** A list with one entry per line; what is left or confirmed with Enter is saved at once. */
export function ListAnswer({ label, entries, describedBy, onChange }: Props) {
  const [typed, setTyped] = useState("")
  if (!onChange) {
    if (entries.length === 0) return <p className="muted">Nothing entered.</p>
    return (
      <ul className="entries">
        {entries.map((entry) => (
          <li key={entry}>{entry}</li>
        ))}
      </ul>
    )
  }
  const add = (event?: FormEvent) => {
    event?.preventDefault()
    const text = typed.trim()
    if (!text) return
    setTyped("")
    if (!entries.includes(text)) onChange([...entries, text])
  }
  const replace = (before: string, text: string) => {
    const changed = text.trim()
    if (changed === before) return
    onChange(entries.flatMap((entry) => (entry === before ? (changed ? [changed] : []) : [entry])))
  }
  return (
    <form className="entries" onSubmit={add}>
      <ul>
        {entries.map((entry) => (
          <li key={entry} className="entry-row">
            <TextInput
              aria-label={`${label}: ${entry}`}
              defaultValue={entry}
              maxLength={2000}
              onBlur={(event) => replace(entry, event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== "Enter") return
                event.preventDefault()
                event.currentTarget.blur()
              }}
            />
            <Button
              size="small"
              variant="quiet"
              aria-label={`Remove ${entry}`}
              onClick={() => onChange(entries.filter((other) => other !== entry))}
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <span className="flex gap-2">
        <TextInput
          aria-label={`Add to: ${label}`}
          aria-describedby={describedBy}
          placeholder="One entry, then Enter"
          value={typed}
          maxLength={2000}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={() => add()}
        />
        <Button type="submit" size="small">
          Add
        </Button>
      </span>
    </form>
  )
}
