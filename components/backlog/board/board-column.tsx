"use client"
import { useDroppable } from "@dnd-kit/core"
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual"
import { useEffect, useRef } from "react"
import { classNames } from "@/components/ui/class-names"
import type { BoardCell, BoardLane, BoardColumn as Column } from "../item-data"
import { AimNote } from "./aim-note"
import { ColumnHead } from "./column-head"
import { GridCard, isAimed } from "./grid-card"
import type { GridKit } from "./grid-kit"
import { cellId, hasMore, placeId } from "./prepare-grid"

type Props = { kit: GridKit; lane: BoardLane; column: Column; cell: BoardCell }

/** Height of a card in pixels until it can be measured, and the gap below it. */
const CARD = 96
const GAP = 6
/** The next cards are read while so many are still below the screen. */
const AHEAD = 10

/** One column without lanes: it scrolls by itself and draws the cards in sight. */
export function BoardColumn({ kit, lane, column, cell }: Props) {
  const aimed = isAimed(kit.target, lane.value, column.column)
  const refused = aimed && Boolean(kit.judgement?.refusal)
  const heading = `column-${column.column}`
  const end = useDroppable({ id: cellId(lane.value, column.column) })
  const closed = kit.folded.has(column.column)
  return (
    <section
      ref={closed ? end.setNodeRef : undefined}
      className={classNames("column", closed && "closed", aimed && "aimed", refused && "refused")}
      aria-labelledby={heading}
    >
      <div className="column-head">
        <ColumnHead column={column} kit={kit} id={heading} />
      </div>
      {aimed ? <AimNote judgement={kit.judgement} /> : null}
      {closed ? null : (
        <Cards
          kit={kit}
          lane={lane}
          cell={cell}
          heading={heading}
          setEnd={end.setNodeRef}
          aimed={aimed && !refused}
        />
      )}
    </section>
  )
}

type CardsProps = Omit<Props, "column"> & {
  heading: string
  setEnd: (node: HTMLElement | null) => void
  aimed: boolean
}

function Cards({ kit, lane, cell, heading, setEnd, aimed }: CardsProps) {
  const scroller = useRef<HTMLUListElement>(null)
  const { items, column } = cell
  const movingAt = items.findIndex(({ id }) => placeId(lane.value, id) === kit.moving)
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD,
    getItemKey: (index) => items[index]?.id ?? index,
    gap: GAP,
    overscan: 8,
    initialRect: { width: 200, height: 700 },
    // The lifted card stays drawn wherever the column is scrolled to, or the drag would lose it.
    rangeExtractor: (range) => {
      const shown = defaultRangeExtractor(range)
      return movingAt < 0 || shown.includes(movingAt) ? shown : [...shown, movingAt].sort((a, b) => a - b)
    },
  })
  const drawn = list.getVirtualItems().filter(({ index }) => index < items.length)
  const last = list.range?.endIndex ?? 0
  const more = hasMore(cell)
  const { onMore } = kit
  const read = useRef(onMore)
  read.current = onMore
  useEffect(() => {
    if (more && last >= items.length - AHEAD && items.length > 0)
      void read.current({ lane: lane.value, column }, true)
  }, [more, last, items.length, lane.value, column])
  let below = 0
  return (
    <ul ref={scroller} className="cards" aria-labelledby={heading}>
      {drawn.map(({ index, start, end }) => {
        const gap = start - below
        below = end + GAP
        const card = items[index]!
        return [
          gap > 0 ? (
            <li key={`gap ${card.id}`} aria-hidden="true" className="gap" style={{ height: gap }} />
          ) : null,
          <GridCard
            key={card.id}
            kit={kit}
            lane={lane}
            column={column}
            card={card}
            index={index}
            measure={list.measureElement}
          />,
        ]
      })}
      {list.getTotalSize() > below ? (
        <li aria-hidden="true" className="gap" style={{ height: list.getTotalSize() + GAP - below }} />
      ) : null}
      <li ref={setEnd} className={classNames("end", aimed && kit.target?.beforeId === null && "drop-here")}>
        {more ? (
          <span className="hint">Reading more</span>
        ) : items.length === 0 ? (
          <span className="hint">No items</span>
        ) : null}
      </li>
    </ul>
  )
}
