"use client"
import Link from "next/link"
import { memo, type Ref, useState } from "react"
import { nameScore } from "@/server/scoring/domain/format-score"
import type { Framework } from "@/server/scoring/domain/framework"
import { scoreInputs } from "@/server/scoring/domain/score"
import type { GridItem } from "../scoring-data"
import { countValues, scoreTitle } from "./prepare-grid"
import { RowState } from "./row-state"
import { type CellMove, cellId, ScoreCell } from "./score-cell"
import { type ScoreDrafts, shownScore } from "./score-drafts"
import { useRowDraft } from "./use-score-drafts"

type Props = {
  rowRef: Ref<HTMLTableRowElement>
  item: GridItem
  index: number
  framework: Framework
  drafts: ScoreDrafts
  href: string
  /** Why this person may not score the item; undefined when they may. */
  refusal: string | undefined
  onMove: (index: number, column: number, move: CellMove) => void
  onFocus: (index: number, column: number) => void
  onConflict: (item: GridItem) => void
}

export const noteId = (itemId: string) => cellId(itemId, "note")

export const GridRow = memo(function GridRow(props: Props) {
  const { rowRef, item, index, framework, drafts, refusal, onMove, onFocus } = props
  const draft = useRowDraft(drafts, item.id)
  const score = shownScore(item.mine, draft)
  const result = scoreInputs(framework, score.inputs)
  const enter = (key: string, value: number | null) =>
    drafts.change(item.id, item.mine, { inputs: { [key]: value } })
  return (
    <tr ref={rowRef} data-index={index} aria-rowindex={index + 2}>
      <th scope="row" className="ti">
        <span className="ky">{item.key}</span>{" "}
        <Link className="plain" href={props.href} tabIndex={-1} title={item.title}>
          {item.title}
        </Link>
      </th>
      {framework.criteria.map((criterion, column) => (
        <ScoreCell
          key={criterion.key}
          id={cellId(item.id, criterion.key)}
          label={`${criterion.name}, ${item.key}`}
          framework={framework}
          criterion={criterion}
          value={score.inputs[criterion.key] ?? null}
          earlier={item.earlier?.inputs[criterion.key] ?? null}
          others={countValues(item.others, criterion.key)}
          readOnly={refusal !== undefined}
          onEntry={(value) => enter(criterion.key, value)}
          onMove={(move) => onMove(index, column, move)}
          onFocus={() => onFocus(index, column)}
        />
      ))}
      <td className="sc num" title={scoreTitle(framework, score.inputs, result)}>
        {result.status === "scored" ? (
          <b>{nameScore(framework.method, result)}</b>
        ) : (
          <span className="hint">–</span>
        )}
      </td>
      <td className="nt">
        <NoteCell
          id={noteId(item.id)}
          label={`Why, ${item.key}`}
          note={score.note}
          readOnly={refusal !== undefined}
          onEntry={(note) => drafts.change(item.id, item.mine, { inputs: {}, note })}
          onMove={(move) => onMove(index, framework.criteria.length, move)}
        />
      </td>
      <td className="ss">
        <RowState
          draft={draft}
          otherCount={item.otherCount}
          othersShown={item.others !== null}
          carriedFrom={item.mine?.carriedFrom ?? null}
          refusal={refusal}
          onRetry={() => drafts.retry(item.id)}
          onConflict={() => props.onConflict(item)}
        />
      </td>
    </tr>
  )
})

type NoteProps = {
  id: string
  label: string
  note: string
  readOnly: boolean
  onEntry: (note: string) => void
  onMove: (move: CellMove) => void
}

/** One sentence for the others, shown where people are split. */
function NoteCell({ id, label, note, readOnly, onEntry, onMove }: NoteProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    if (typed !== null && typed.trim() !== note) onEntry(typed.trim())
    setTyped(null)
  }
  return (
    <input
      id={id}
      className="control"
      aria-label={label}
      maxLength={1000}
      autoComplete="off"
      readOnly={readOnly}
      value={typed ?? note}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        const move = event.key === "ArrowUp" ? "up" : event.key === "ArrowDown" ? "down" : undefined
        if (event.key === "Escape") {
          event.stopPropagation()
          setTyped(null)
        } else if (event.key === "Enter" || move) {
          event.preventDefault()
          commit()
          onMove(move ?? (event.shiftKey ? "up" : "down"))
        }
      }}
    />
  )
}
