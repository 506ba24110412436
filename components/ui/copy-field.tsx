"use client"
import { useId, useRef, useState } from "react"
import { Button } from "./button"

type Props = {
  label: string
  value: string
  /** Says that it is shown only now: "Copy it now. It is not shown again." */
  hint?: string
}

/** A secret or a link to take along: selected on focus, one button copies it. */
export function CopyField({ label, value, hint }: Props) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const [said, setSaid] = useState("")
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setSaid("Copied")
    } catch {
      // Without a secure connection browsers refuse; the text is then selected for the copy key.
      input.current?.select()
      setSaid("Selected. Press Ctrl C to copy.")
    }
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      <span className="flex gap-2">
        <input
          ref={input}
          id={id}
          className="control mono"
          readOnly
          value={value}
          aria-describedby={hint ? `${id}-hint` : undefined}
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button onClick={copy}>Copy</Button>
      </span>
      <output className="hint block min-h-5">{said}</output>
    </div>
  )
}
