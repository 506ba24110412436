"use client"
import { DndContext, DragOverlay } from "@dnd-kit/core"
import "./board.css"
import "./card.css"
import "./lanes.css"
import { useMemo } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { classNames } from "@/components/ui/class-names"
import { BlockedMark } from "../blocked-mark"
import type { Board, BoardCard } from "../item-data"
import { useBlocked } from "../use-blocked"
import { CardBody } from "./board-card"
import { BoardColumn } from "./board-column"
import { BoardLanes } from "./board-lanes"
import type { GridKit } from "./grid-kit"
import { findPlace } from "./prepare-grid"
import type { useCardDrag } from "./use-card-drag"

type Props = {
  /** Many columns may be a little narrower. */
  narrow?: boolean
  board: Board
  kit: GridKit
  context: ReturnType<typeof useCardDrag>["context"]
  renewing: boolean
}

/** Cards in columns, with or without lanes, and the card under the pointer. */
export function CardGrid({ narrow, board, context, renewing, ...props }: Props) {
  const { workspace } = useWorkspace()
  const shown = useMemo(
    () => board.lanes.flatMap(({ cells }) => cells.flatMap(({ items }) => items.map(({ id }) => id))),
    [board],
  )
  const blocked = useBlocked(shown)
  const facts = (card: BoardCard) => (
    <>
      {props.kit.facts(card)}
      <BlockedMark blocked={blocked.get(card.id)} itemsHref={`/${workspace.slug}/items`} />
    </>
  )
  const kit: GridKit = { ...props.kit, facts }
  const lifted = kit.moving ? findPlace(board, kit.moving)?.card : undefined
  const [only] = board.lanes
  return (
    <DndContext id="board" {...context}>
      <div
        className={classNames("board", board.laneBy && "in-lanes", narrow && "narrow")}
        aria-busy={renewing || undefined}
      >
        {board.laneBy ? (
          <BoardLanes board={board} kit={kit} />
        ) : only ? (
          board.columns.map((column, index) => (
            <BoardColumn
              key={column.column}
              kit={kit}
              lane={only}
              column={column}
              cell={only.cells[index]!}
            />
          ))
        ) : null}
      </div>
      <DragOverlay dropAnimation={null}>
        {lifted ? (
          <div className="card lifted">
            <p className="card-top">
              <span className="card-key">{lifted.key}</span>
            </p>
            <CardBody card={lifted} />
          </div>
        ) : null}
      </DragOverlay>
    </DndContext>
  )
}
