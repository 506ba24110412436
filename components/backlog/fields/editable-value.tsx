"use client"
import "./fields.css"
import { type ReactNode, useEffect, useRef, useState } from "react"
import type { ItemChanges } from "@/server/backlog/domain/item"
import type { Verdict } from "@/server/kernel/domain/verdict"
import type { Choices } from "../use-choices"
import { type EditableField, FIELD_NAMES } from "./field-names"
import { FieldEditor } from "./lazy-field-editor"

type Props = {
  itemKey: string
  field: EditableField
  value: ItemChanges
  /** The value in words; empty for none. */
  words: string
  /** How the value looks, where that is more than its words. */
  children?: ReactNode
  choices: Choices
  may: Verdict
  onSave: (changes: ItemChanges) => void
  tabIndex?: number
}

/** A value that becomes its editor when it is pressed (Enter, F2 or a click), where the reader may change it. */
export function EditableValue(props: Props) {
  const { itemKey, field, value, words, children, choices, may, onSave, tabIndex } = props
  const [open, setOpen] = useState<"pointer" | "key" | null>(null)
  const button = useRef<HTMLButtonElement>(null)
  const returning = useRef(false)
  // In the same moment as the editor goes: the next key must not find the page without a focus.
  useEffect(() => {
    if (open === null && returning.current) button.current?.focus()
    returning.current = false
  }, [open])
  const shown = children ?? (words || <Nothing />)
  if (!may.ok) return <span title={may.reason}>{shown}</span>
  if (open) {
    const close = (returnFocus: boolean) => {
      returning.current = returnFocus
      setOpen(null)
    }
    return (
      <FieldEditor
        {...{ itemKey, field, value, choices, onSave }}
        pointed={open === "pointer"}
        onClose={close}
      />
    )
  }
  return (
    <button
      ref={button}
      type="button"
      className="value"
      tabIndex={tabIndex}
      onClick={(event) => setOpen(event.detail > 0 ? "pointer" : "key")}
      onKeyDown={(event) => {
        if (event.key !== "F2") return
        event.preventDefault()
        setOpen("key")
      }}
    >
      <span className="sr-only">
        {FIELD_NAMES[field]} of {itemKey}:{" "}
      </span>
      {shown}
    </button>
  )
}

function Nothing() {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">nothing</span>
    </>
  )
}
