"use client"
import { useId, useState } from "react"
import { cellText, readEntry } from "@/components/scoring/grid/prepare-entry"
import { endsWords, scaleWords } from "@/components/scoring/prepare-words"
import { classNames } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import type { Criterion } from "@/server/scoring/domain/criterion"
import { formatInput } from "@/server/scoring/domain/format-score"
import type { Framework } from "@/server/scoring/domain/framework"
import { choicesOf } from "../prepare-workshop"

type Props = {
  framework: Framework
  criterion: Criterion
  value: number | null
  /** A value of before, marked but not chosen. */
  hint: { value: number; words: string } | null
  disabled: boolean
  onEntry: (value: number | null) => void
}

/** One criterion of one item: large choices, or a field for a number on a wide range. */
export function CriterionField(props: Props) {
  const choices = choicesOf(props.criterion)
  return (
    <fieldset className="criterion" disabled={props.disabled}>
      <legend>
        {props.criterion.name}
        <span className="hint">{props.criterion.direction === "cost" ? "less is better" : ""}</span>
      </legend>
      <p className="hint">{endsWords(props.criterion) || scaleWords(props.criterion)}</p>
      {choices ? <Choices {...props} choices={choices} /> : <Typed {...props} />}
    </fieldset>
  )
}

function Choices({
  criterion,
  value,
  hint,
  onEntry,
  choices,
}: Props & { choices: { value: number; label: string }[] }) {
  const name = useId()
  const worded = choices.some(({ label }) => label !== "")
  return (
    <div className={classNames("choice-row", worded && "worded")} data-criterion={criterion.key}>
      {choices.map((choice) => (
        <label key={choice.value} title={hint?.value === choice.value ? hint.words : undefined}>
          <input
            type="radio"
            className="sr-only"
            name={name}
            checked={value === choice.value}
            onChange={() => onEntry(choice.value)}
          />
          <span className={classNames("choice", hint?.value === choice.value && "before")}>
            <b>{formatInput(choice.value)}</b>
            {choice.label ? <small>{choice.label}</small> : null}
            {hint?.value === choice.value ? <span className="sr-only">, {hint.words}</span> : null}
          </span>
        </label>
      ))}
    </div>
  )
}

function Typed({ framework, criterion, value, hint, onEntry }: Props) {
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const commit = () => {
    if (typed === null) return
    const entry = readEntry(framework, criterion, typed)
    if (!entry.ok) return setProblem(entry.message)
    setTyped(null)
    setProblem(null)
    if (entry.value !== value) onEntry(entry.value)
  }
  return (
    <>
      <span className="typed">
        <input
          className="control"
          inputMode="decimal"
          autoComplete="off"
          aria-label={criterion.name}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? id : undefined}
          placeholder={hint ? formatInput(hint.value) : undefined}
          value={typed ?? cellText(value)}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === "Enter") commit()
          }}
        />
        <span className="hint">{criterion.unit}</span>
      </span>
      {problem ? (
        <p className="choice-problem" id={id} role="alert">
          <Icon name="bad" /> {problem}
        </p>
      ) : null}
    </>
  )
}
