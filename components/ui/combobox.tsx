"use client"
import { Command } from "cmdk"
import { Popover } from "radix-ui"
import { useState } from "react"
import { classNames } from "./class-names"
import type { FieldControl } from "./field"
import { Icon } from "./icon"
import { type Choice, matchingOptions } from "./prepare-options"

/** Where the options are those that a server found: told what is typed, it says how many there are in all. */
export type FoundElsewhere = { onType: (typed: string) => void; total: number }

type Props = Partial<FieldControl> & {
  /** Spoken name; the field's label when it stands in a Field. */
  label: string
  options: readonly Choice[]
  value: string | undefined
  onChange: (value: string | undefined) => void
  placeholder?: string
  /** Absent where all options are here and are searched here. */
  found?: FoundElsewhere
  /** The words for "none of them"; absent when one has to be chosen. */
  empty?: string
  /** Adds a hidden input, for a form without script. */
  name?: string
}

/** One of many, with search. For fewer than about ten use Select. */
export function Combobox({
  label,
  options,
  found,
  value,
  onChange,
  placeholder = "Choose",
  empty,
  name,
  required,
  "aria-invalid": invalid,
  ...control
}: Props) {
  const [open, setOpen] = useState(false)
  const [picked, setPicked] = useState<Choice>()
  // What was picked may no longer be among what is found.
  const known = picked ? [...options, picked] : options
  const chosen = known.find((option) => option.value === value)
  const toggle = (next: boolean) => {
    setOpen(next)
    if (!next) found?.onType("")
  }
  const choose = (next: string | undefined) => {
    setPicked(options.find((option) => option.value === next))
    onChange(next)
    toggle(false)
  }
  const text = chosen?.label ?? empty ?? placeholder
  return (
    <Popover.Root open={open} onOpenChange={toggle}>
      <Popover.Trigger asChild>
        <button
          type="button"
          className="control flex items-center gap-2 text-left"
          {...control}
          data-invalid={invalid}
          aria-label={`${label}: ${text}${required ? ", required" : ""}`}
        >
          <span className={classNames("flex-1 truncate", !chosen && "text-text-3")}>{text}</span>
          <Icon name="down" className="text-text-3" />
        </button>
      </Popover.Trigger>
      {name ? <input type="hidden" name={name} value={value ?? ""} /> : null}
      <Popover.Portal>
        <Popover.Content
          className="pop w-[max(var(--radix-popover-trigger-width),16rem)]"
          align="start"
          sideOffset={4}
          aria-label={label}
        >
          <ChoiceList
            label={label}
            options={options}
            found={found}
            value={value}
            empty={empty}
            onChoose={choose}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

type ListProps = Pick<Props, "label" | "options" | "found" | "value" | "empty"> & {
  onChoose: (value: string | undefined) => void
}

function ChoiceList({ label, options, found, value, empty, onChoose }: ListProps) {
  const [typed, setTyped] = useState("")
  const shown = found ? options : matchingOptions(options, typed)
  const total = found?.total ?? options.length
  const type = (text: string) => {
    setTyped(text)
    found?.onType(text)
  }
  const mark = (on: boolean) => <span className="mark">{on ? <Icon name="check" /> : null}</span>
  return (
    <Command shouldFilter={false} label={label} loop>
      <Command.Input className="control" placeholder="Type to search" value={typed} onValueChange={type} />
      <Command.List label={label}>
        {empty && !typed ? (
          <Command.Item className="entry" value="(none)" onSelect={() => onChoose(undefined)}>
            {mark(value === undefined)}
            {empty}
          </Command.Item>
        ) : null}
        {shown.map((option) => (
          <Command.Item
            key={option.value}
            className="entry"
            value={option.value}
            onSelect={() => onChoose(option.value)}
          >
            {mark(option.value === value)}
            <span className="min-w-0 truncate">{option.label}</span>
            {option.hint ? <span className="end">{option.hint}</span> : null}
          </Command.Item>
        ))}
      </Command.List>
      {shown.length === 0 ? <p className="none">Nothing matches “{typed}”.</p> : null}
      {shown.length >= 50 && total > shown.length ? (
        <p className="caption">
          First {shown.length} of {total.toLocaleString("en-GB")}. Type to narrow.
        </p>
      ) : null}
    </Command>
  )
}
