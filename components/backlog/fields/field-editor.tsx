"use client"
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react"
import { classNames } from "@/components/ui/class-names"
import { Select } from "@/components/ui/select"
import type { ItemChanges } from "@/server/backlog/domain/item"
import type { Choices } from "../use-choices"
import { type EditableField, FIELD_NAMES } from "./field-names"
import { FIELDS, fieldText, optionsOf, readField } from "./prepare-field"

type Props = {
  itemKey: string
  field: EditableField
  value: ItemChanges
  choices: Choices
  onSave: (changes: ItemChanges) => void
  /** Opened by a pointer: a choice then shows its options at once. */
  pointed?: boolean
  /** Focus goes back to where the value stands; not when it was taken elsewhere. */
  onClose: (returnFocus: boolean) => void
}

/** A field of an item being changed in place: Enter or leaving it saves, Escape leaves it as it was. */
export function FieldEditor({ itemKey, field, value, choices, onSave, pointed, onClose }: Props) {
  const facts = FIELDS[field]
  const [text, setText] = useState(() => fieldText(field, value))
  const [problem, setProblem] = useState<string>()
  const control = useRef<HTMLInputElement & HTMLSelectElement>(null)
  const done = useRef(false)
  const keyed = useRef(false)
  const id = useId()

  useEffect(() => {
    control.current?.focus()
    if (facts.control === "text" || facts.control === "number") control.current?.select()
    if (facts.control === "choice" && pointed) openChoices(control.current)
  }, [facts.control, pointed])

  const close = (returnFocus: boolean) => {
    done.current = true
    onClose(returnFocus)
  }
  const commit = (next: string, returnFocus: boolean) => {
    if (done.current) return
    const read = readField(field, next, value)
    if (read !== "unchanged" && "problem" in read) {
      setProblem(read.problem)
      return
    }
    if (read !== "unchanged") onSave(read.changes)
    close(returnFocus)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    keyed.current = true
    if (event.key === "Enter") {
      event.preventDefault()
      commit(text, true)
    }
    if (event.key !== "Escape") return
    event.preventDefault()
    event.stopPropagation()
    close(true)
  }
  const shared = {
    ref: control,
    id,
    "aria-label": `${FIELD_NAMES[field]} of ${itemKey}`,
    "aria-invalid": problem ? (true as const) : undefined,
    "aria-describedby": problem || facts.hint ? `${id}-note` : undefined,
    value: text,
    onKeyDown,
    onBlur: () => commit(text, false),
  }
  return (
    <span className="field-editor">
      {facts.control === "choice" ? (
        <Select
          {...shared}
          options={withPresent(optionsOf(field, choices), text)}
          empty={facts.empty}
          onChange={(event) => {
            setText(event.target.value)
            // An arrow key steps through the options; Enter or leaving then saves the one it came to.
            if (!keyed.current) commit(event.target.value, true)
          }}
        />
      ) : (
        <input
          {...shared}
          className="control"
          type={facts.control === "date" ? "date" : "text"}
          inputMode={facts.control === "number" ? "decimal" : undefined}
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value)
            setProblem(undefined)
          }}
        />
      )}
      {problem || facts.hint ? (
        <span
          id={`${id}-note`}
          className={classNames("note", problem && "bad")}
          role={problem ? "alert" : undefined}
        >
          {problem ?? facts.hint}
        </span>
      ) : null}
    </span>
  )
}

/** A quarter long ago is kept, although it is not offered. */
function withPresent(options: readonly { value: string; label: string }[], present: string) {
  const known = present === "" || options.some(({ value }) => value === present)
  return known ? options : [{ value: present, label: present }, ...options]
}

function openChoices(select: HTMLSelectElement | null) {
  try {
    select?.showPicker?.()
  } catch {
    // Browsers refuse without a fresh press; the select then opens at the next one.
  }
}
