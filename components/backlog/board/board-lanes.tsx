"use client"
import { useDroppable } from "@dnd-kit/core"
import { useEffect, useRef, useState } from "react"
import { Button } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import type { Board, BoardCell, BoardLane } from "../item-data"
import { AimNote } from "./aim-note"
import { ColumnHead, LimitMark, Sum } from "./column-head"
import { GridCard, isAimed } from "./grid-card"
import type { GridKit } from "./grid-kit"
import { cellId, countWords, hasMore } from "./prepare-grid"

/** The board in lanes: heads of columns stay at the top, each lane says its name and folds away. */
export function BoardLanes({ board, kit }: { board: Board; kit: GridKit }) {
  const template = board.columns
    .map(({ column }) => (kit.folded.has(column) ? "2.75rem" : "minmax(12.5rem, 1fr)"))
    .join(" ")
  const open = board.columns.filter(({ column }) => !kit.folded.has(column)).length
  const width = `${open * 12.5 + (board.columns.length - open) * 2.75}rem`
  const scroller = useRef<HTMLDivElement>(null)
  return (
    <div
      ref={scroller}
      className="lanes"
      style={{ "--lane-columns": template, "--lane-width": width } as React.CSSProperties}
    >
      <div className="lane-heads">
        {board.columns.map((column) => (
          <div
            key={column.column}
            className={classNames("column-head", kit.folded.has(column.column) && "closed")}
          >
            <ColumnHead column={column} kit={kit} id={`column-${column.column}`} />
          </div>
        ))}
      </div>
      {board.lanes.map((lane) => (
        <Lane key={lane.value ?? ""} lane={lane} kit={kit} scroller={scroller} />
      ))}
      {board.moreLanes > 0 ? (
        <p className="hint lanes-more">
          {board.moreLanes.toLocaleString("en-GB")} more lanes. Narrow the filter to see them.
        </p>
      ) : null}
    </div>
  )
}

type LaneProps = { lane: BoardLane; kit: GridKit; scroller: React.RefObject<HTMLDivElement | null> }

function Lane({ lane, kit, scroller }: LaneProps) {
  const name = lane.value ?? ""
  const closed = kit.foldedLanes.has(name)
  const heading = `lane-${name}`
  const { body, near, height } = useNear(scroller)
  return (
    <section className="lane" aria-labelledby={heading}>
      <div className="lane-head">
        <h2 id={heading}>
          <button type="button" aria-expanded={!closed} onClick={() => kit.onFoldLane(name, !closed)}>
            {lane.name} <span className="count">{countWords(lane)}</span>
          </button>
        </h2>
        <Sum sums={lane} />
      </div>
      {closed ? null : (
        <div ref={body} className="lane-cells" style={near ? undefined : { height }}>
          {near
            ? lane.cells.map((cell) => <Cell key={cell.column} lane={lane} cell={cell} kit={kit} />)
            : null}
        </div>
      )}
    </section>
  )
}

function Cell({ lane, cell, kit }: { lane: BoardLane; cell: BoardCell; kit: GridKit }) {
  const { column, items } = cell
  const end = useDroppable({ id: cellId(lane.value, column) })
  const [reading, setReading] = useState(false)
  const aimed = isAimed(kit.target, lane.value, column)
  const refused = aimed && Boolean(kit.judgement?.refusal)
  const limit = kit.laneLimit?.(column, lane.value)
  const state = classNames("lane-cell", aimed && "aimed", refused && "refused")
  const label = `${kit.columnName(column)} ${countWords(cell)}, ${lane.name}`
  if (kit.folded.has(column)) {
    return (
      <div ref={end.setNodeRef} className={classNames(state, "closed")}>
        <span className="sr-only">{kit.columnName(column)} </span>
        {cell.total > 0 ? countWords(cell) : ""}
      </div>
    )
  }
  return (
    <div className={state}>
      {limit ? <LimitMark limit={limit} /> : null}
      {aimed ? <AimNote judgement={kit.judgement} /> : null}
      <ul className="cards" aria-label={label}>
        {items.map((card, index) => (
          <GridCard key={card.id} kit={kit} lane={lane} column={column} card={card} index={index} />
        ))}
        <li
          ref={end.setNodeRef}
          className={classNames("end", aimed && !refused && kit.target?.beforeId === null && "drop-here")}
        >
          {hasMore(cell) ? (
            <Button
              size="small"
              pending={reading}
              onClick={async () => {
                setReading(true)
                await kit.onMore({ lane: lane.value, column })
                setReading(false)
              }}
            >
              Show more ({(cell.total - items.length).toLocaleString("en-GB")})
            </Button>
          ) : null}
        </li>
      </ul>
    </div>
  )
}

/** Whether something is near the screen; while it is not, it keeps the height it had. */
function useNear(scroller: React.RefObject<HTMLElement | null>) {
  const body = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(true)
  const height = useRef(0)
  useEffect(() => {
    const box = body.current
    if (!box) return
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry) return
        if (!entry.isIntersecting) height.current = entry.boundingClientRect.height
        setNear(entry.isIntersecting)
      },
      { root: scroller.current, rootMargin: "900px" },
    )
    observer.observe(box)
    return () => observer.disconnect()
  }, [scroller])
  return { body, near, height: height.current }
}
