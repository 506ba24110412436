"use client"
import { useDroppable } from "@dnd-kit/core"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import { CLOSED_STATUSES, ITEM_STATUS_LABELS, type ItemStatus } from "@/server/backlog/domain/item"
import type { BoardCard as Card, BoardColumn as Column } from "../item-data"
import { BoardCard } from "./board-card"
import { columnId, countWords, hasMore, type Target } from "./prepare-board"

type Props = {
  column: Column
  closed: boolean
  onClose: (closed: boolean) => void
  movingId: string | null
  target: Target | null
  reasonFor: (card: Card) => string | undefined
  mayRank: (card: Card) => boolean
  onTop: (card: Card) => void
  onMoveTo: (card: Card, status: ItemStatus) => void
  onMore: () => Promise<void>
}

/** One status: its name, how many, its cards in the manual order. Done and dropped fold away. */
export function BoardColumn(props: Props) {
  const { column, closed, onClose, movingId, target, reasonFor, mayRank, onTop, onMoveTo, onMore } = props
  const { status, items, total } = column
  const count = countWords(column)
  const [reading, setReading] = useState(false)
  const aimed = target?.status === status
  const name = ITEM_STATUS_LABELS[status]
  const heading = `column-${status}`
  const foldable = CLOSED_STATUSES.includes(status)
  const end = useDroppable({ id: columnId(status) })

  if (closed) {
    return (
      <section
        ref={end.setNodeRef}
        className={classNames("column closed", aimed && "aimed")}
        aria-labelledby={heading}
      >
        <h2 id={heading}>
          <button type="button" aria-expanded={false} onClick={() => onClose(false)}>
            {name} <span className="count">{count}</span>
          </button>
        </h2>
      </section>
    )
  }
  return (
    <section className={classNames("column", aimed && "aimed")} aria-labelledby={heading}>
      <h2 id={heading}>
        {foldable ? (
          <button type="button" aria-expanded onClick={() => onClose(true)}>
            {name} <span className="count">{count}</span>
          </button>
        ) : (
          <>
            {name} <span className="count">{count}</span>
          </>
        )}
      </h2>
      <ul className="cards" aria-labelledby={heading}>
        {items.map((card) => (
          <BoardCard
            key={card.id}
            card={card}
            moving={card.id === movingId}
            dropHere={aimed && target?.beforeId === card.id}
            reason={reasonFor(card)}
            onTop={mayRank(card) ? onTop : undefined}
            onMoveTo={onMoveTo}
          />
        ))}
        <li
          ref={end.setNodeRef}
          className={classNames("end", aimed && target?.beforeId === null && "drop-here")}
        >
          {hasMore(column) ? (
            <Button
              size="small"
              pending={reading}
              onClick={async () => {
                setReading(true)
                await onMore()
                setReading(false)
              }}
            >
              Show more
              {column.hasMoreThanCounted ? "" : ` (${(total - items.length).toLocaleString("en-GB")})`}
            </Button>
          ) : items.length === 0 ? (
            <span className="hint">No items</span>
          ) : null}
        </li>
      </ul>
    </section>
  )
}
