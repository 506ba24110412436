"use client"
import { Icon } from "@/components/ui/icon"
import type { BoardColumn } from "../item-data"
import type { GridKit } from "./grid-kit"
import { countWords, sumWords } from "./prepare-grid"
import type { LimitState } from "./prepare-wip"

/** Name, number, estimates and limit of a column; one that may be folded away is a button. */
export function ColumnHead({ column, kit, id }: { column: BoardColumn; kit: GridKit; id: string }) {
  const name = kit.columnName(column.column)
  const closed = kit.folded.has(column.column)
  const count = <span className="count">{countWords(column)}</span>
  const limit = kit.columnLimit?.(column.column)
  return (
    <>
      <h2 id={id}>
        {kit.foldable(column.column) ? (
          <button type="button" aria-expanded={!closed} onClick={() => kit.onFold(column.column, !closed)}>
            {name} {count}
          </button>
        ) : (
          <>
            {name} {count}
          </>
        )}
      </h2>
      {closed ? null : (
        <span className="column-facts">
          {limit ? <LimitMark limit={limit} /> : null}
          <Sum sums={column} />
          {kit.columnNote?.(column.column)}
        </span>
      )}
    </>
  )
}

export function Sum({ sums }: { sums: Parameters<typeof sumWords>[0] }) {
  const words = sumWords(sums)
  if (!words) return null
  return (
    <span className="sum" title={words.long}>
      <span aria-hidden="true">Σ {words.short}</span>
      <span className="sr-only">{words.long}</span>
    </span>
  )
}

/** "6/5" with a sign when nothing fits any more. */
export function LimitMark({ limit }: { limit: LimitState }) {
  return (
    <span className={`limit ${limit.state}`} title={limit.title}>
      {limit.state === "room" ? null : <Icon name={limit.state === "over" ? "warning" : "lock"} />}
      <span aria-hidden="true">{limit.text}</span>
      <span className="sr-only">Limit: {limit.title}</span>
    </span>
  )
}
