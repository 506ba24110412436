"use client"
import { Popover } from "radix-ui"
import { useState } from "react"
import { Button } from "./button"
import { type Choice, chosenWords, matchingOptions } from "./prepare-options"

type Props = {
  /** What is filtered: "Product". */
  label: string
  options: readonly Choice[]
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
  /** The word for no filter: "any", "anyone". */
  any?: string
}

/** A filter that says its state: `Product Delivery promise`. Several may be chosen; they are joined by "or". */
export function FilterButton({ label, options, chosen, onChange, any = "any" }: Props) {
  const words = chosenWords(options, chosen, any)
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <button type="button" className="btn small">
          <span className="muted font-normal">{label}</span>{" "}
          <b className="max-w-60 truncate font-medium">{words}</b>
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="pop w-64"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={`Filter by ${label}`}
        >
          <Choices label={label} options={options} chosen={chosen} onChange={onChange} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  )
}

function Choices({ label, options, chosen, onChange }: Omit<Props, "any">) {
  const [typed, setTyped] = useState("")
  const shown = matchingOptions(options, typed)
  const toggle = (value: string) =>
    onChange(chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value])
  return (
    <fieldset>
      <legend className="sr-only">{label}</legend>
      {options.length > 8 ? (
        <input
          type="search"
          className="control"
          aria-label={`Search ${label}`}
          placeholder="Type to search"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
      ) : null}
      {shown.map((option) => (
        <label key={option.value} className="entry">
          <input
            type="checkbox"
            checked={chosen.includes(option.value)}
            onChange={() => toggle(option.value)}
          />
          <span className="min-w-0 truncate">{option.label}</span>
          {option.hint ? <span className="end">{option.hint}</span> : null}
        </label>
      ))}
      {shown.length === 0 ? (
        <p className="none">{typed ? `Nothing matches “${typed}”.` : "Nothing to choose yet."}</p>
      ) : null}
      {shown.length === 50 && options.length > 50 && !typed ? (
        <p className="caption">First 50 of {options.length.toLocaleString("en-GB")}. Type to narrow.</p>
      ) : null}
      {chosen.length > 0 ? (
        <Button variant="quiet" size="small" className="mt-1" onClick={() => onChange([])}>
          Clear
        </Button>
      ) : null}
    </fieldset>
  )
}
