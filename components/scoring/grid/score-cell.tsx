"use client"
import { type KeyboardEvent, memo, useRef, useState } from "react"
import type { Criterion } from "@/server/scoring/domain/criterion"
import { isNamed } from "@/server/scoring/domain/format-score"
import type { Framework } from "@/server/scoring/domain/framework"
import { DOTS_WIDTH, dotsLabel, prepareDots } from "../prepare-dots"
import { choiceByLetter, criterionText, readEntry, stepChoice } from "./prepare-entry"

export type CellMove = "up" | "down" | "left" | "right"

type Props = {
  id: string
  label: string
  framework: Framework
  criterion: Criterion
  value: number | null
  /** What one gave under an earlier version: shown in grey, and not counted. */
  earlier: number | null
  /** What others gave, once one's own score is complete. */
  others: readonly { value: number; count: number }[]
  readOnly: boolean
  onEntry: (value: number | null) => void
  onMove: (move: CellMove) => void
  onFocus: () => void
}

/** Id of a cell, so that moving by key can focus it. */
export const cellId = (itemId: string, criterion: string) => `cell-${itemId}-${criterion}`

const ARROWS: Record<string, CellMove> = {
  ArrowUp: "up",
  ArrowDown: "down",
  ArrowLeft: "left",
  ArrowRight: "right",
}

/** One value: typed, or chosen by a letter of its label or + and -. Escape takes back what was entered here. */
export const ScoreCell = memo(function ScoreCell(props: Props) {
  const { id, label, framework, criterion, value, others, readOnly, onEntry, onMove } = props
  const [typed, setTyped] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const before = useRef<number | null>(value)

  const enter = (next: number | null) => {
    setTyped(null)
    setProblem(null)
    if (next !== value) onEntry(next)
  }
  /** False when what was typed is no value: it stays, with the reason. */
  const commit = (): boolean => {
    if (typed === null) return true
    const entry = readEntry(framework, criterion, typed)
    if (entry.ok) enter(entry.value)
    else setProblem(entry.message)
    return entry.ok
  }
  const choose = (event: KeyboardEvent, next: number | undefined) => {
    if (next === undefined) return
    event.preventDefault()
    enter(next)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const move = key === "Enter" ? (event.shiftKey ? "up" : "down") : arrowMove(event)
    if (move) {
      event.preventDefault()
      if (commit()) onMove(move)
    } else if (key === "Escape") {
      event.preventDefault()
      event.stopPropagation()
      enter(before.current)
    } else if (readOnly || criterion.scale.kind !== "choices") {
      return
    } else if (key === "+" || key === "-") choose(event, stepChoice(criterion, value, key === "+" ? 1 : -1))
    else if (/^[a-z]$/i.test(key)) choose(event, choiceByLetter(criterion, key, value))
  }
  const named = isNamed(framework, criterion)
  const shown = typed ?? criterionText(framework, criterion, value)
  return (
    <td className={named ? "cell named" : "cell"}>
      <input
        id={id}
        className="control"
        inputMode={named ? "text" : "decimal"}
        autoComplete="off"
        aria-label={label}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        placeholder={criterionText(framework, criterion, props.earlier) || undefined}
        readOnly={readOnly}
        value={shown}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => {
          before.current = value
          event.currentTarget.select()
          props.onFocus()
        }}
        onBlur={commit}
        onKeyDown={onKeyDown}
      />
      {problem ? (
        <p className="cell-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      ) : null}
      {others.length > 0 ? (
        <svg className="cell-dots" viewBox={`0 0 ${DOTS_WIDTH} 8`} role="img">
          <title>{`Others: ${dotsLabel(criterion, others)}`}</title>
          {prepareDots(criterion, others).map((dot) => (
            <circle key={dot.value} cx={dot.x} cy="4" r={Math.min(3.5, dot.r)} />
          ))}
        </svg>
      ) : null}
    </td>
  )
})

/** Up and down always leave the cell; left and right only from the end of the text. */
function arrowMove({ key, shiftKey, currentTarget }: KeyboardEvent<HTMLInputElement>): CellMove | undefined {
  const move = shiftKey ? undefined : ARROWS[key]
  if (move === "up" || move === "down" || !move) return move
  const { selectionStart, selectionEnd, value } = currentTarget
  const all = selectionStart === 0 && selectionEnd === value.length
  if (all) return move
  const atEdge = selectionStart === selectionEnd && selectionStart === (move === "left" ? 0 : value.length)
  return atEdge ? move : undefined
}
