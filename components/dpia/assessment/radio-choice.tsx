"use client"
import { type ReactNode, useId } from "react"

type Props<Value> = {
  legend: string
  /** The question stands above the answers; otherwise it is only spoken. */
  shown?: boolean
  options: readonly { value: Value; label: string; hint?: ReactNode }[]
  value: Value | null
  error?: string
  onChange: (value: Value) => void
}

/** One of two or three answers, all of them in sight. */
export function RadioChoice<Value>({ legend, shown, options, value, error, onChange }: Props<Value>) {
  const name = useId()
  return (
    <fieldset className="decision">
      <legend className={shown ? undefined : "sr-only"}>{legend}</legend>
      {options.map((option) => (
        <label key={String(option.value)} className="check">
          <input
            type="radio"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.hint ? <span className="sub">{option.hint}</span> : null}
          </span>
        </label>
      ))}
      {error ? <p className="bad">{error}</p> : null}
    </fieldset>
  )
}
