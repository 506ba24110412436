"use client"
import { useId } from "react"
import { LEVEL_LABELS, LEVELS, type Level, LIKELIHOOD_WORDS, SEVERITY_WORDS } from "@/server/dpia/domain/risk"

type Props = {
  legend: string
  scale: "severity" | "likelihood"
  value: Level
  /** Absent: it can be read only. */
  onChange?: (level: Level) => void
}

/** A level of the scale with what it means; 0 is "not estimated" and is not offered, only taken back by nothing. */
export function LevelChoice({ legend, scale, value, onChange }: Props) {
  const name = useId()
  const words = scale === "severity" ? SEVERITY_WORDS : LIKELIHOOD_WORDS
  if (!onChange) {
    return (
      <p className="level-read">
        <b>{legend}:</b> {LEVEL_LABELS[value]}
        {value > 0 ? <span className="hint"> {words[value]}</span> : null}
      </p>
    )
  }
  return (
    <fieldset className="levels">
      <legend>{legend}</legend>
      {LEVELS.filter((level) => level > 0).map((level) => (
        <label key={level} className="check">
          <input type="radio" name={name} checked={value === level} onChange={() => onChange(level)} />
          <span>
            {level} {LEVEL_LABELS[level]}
            <span className="sub">{words[level]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
