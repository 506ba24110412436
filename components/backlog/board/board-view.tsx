"use client"
import { DndContext, DragOverlay } from "@dnd-kit/core"
import dynamic from "next/dynamic"
import { useEffect, useMemo, useRef } from "react"
import { useWorkspace } from "@/components/api/workspace"
import { useShortcuts } from "@/components/shell/use-shortcuts"
import type { ItemStatus } from "@/server/backlog/domain/item"
import { BacklogHead } from "../backlog-head"
import { FilterBar } from "../filter-bar"
import type { BoardCard as Card } from "../item-data"
import { ListNothing } from "../list/list-nothing"
import { useAllCount } from "../list/use-all-count"
import { boardState, filterHref } from "../prepare-filter"
import { rememberTrail } from "../prepare-trail"
import { useChoices } from "../use-choices"
import { useAddressFlag, useItemFilter } from "../use-item-filter"
import { useUndo } from "../use-undo"
import "./board.css"
import { CardBody } from "./board-card"
import { BoardColumn } from "./board-column"
import { byRank, findCard } from "./prepare-board"
import { useBoard } from "./use-board"
import { useBoardMove } from "./use-board-move"
import { useCardDrag } from "./use-card-drag"
import { useClosedColumns } from "./use-closed-columns"

const CreateDialog = dynamic(() => import("../create-dialog"), { ssr: false })

/** The backlog as a board: columns are states, places in a column are the manual order. */
export function BoardView() {
  const { workspace, may } = useWorkspace()
  const [filter, setFilter] = useItemFilter()
  const [creating, setCreating] = useAddressFlag("new", "item")
  const choices = useChoices()
  const { board, error, retry, renewing, change, showMore } = useBoard(filter)
  const all = useAllCount(filter)
  const offerUndo = useUndo()
  const { closed, setClosed } = useClosedColumns()
  const search = useRef<HTMLInputElement>(null)
  const mayRank = (productId: string | null) => may("backlog.rank", choices.scopeOf(productId))
  const mayEdit = (productId: string | null) => may("backlog.edit", choices.scopeOf(productId))
  const { move } = useBoardMove({ board, change, mayEdit, mayRank, offerUndo })
  const { moving, target, context } = useCardDrag({ board, closed, onMove: move })

  const cards = useMemo(() => board?.columns.flatMap((column) => column.items) ?? [], [board])
  const total = board?.columns.reduce((sum, column) => sum + column.total, 0)
  const labels = useMemo(() => cards.flatMap((card) => card.labels), [cards])
  useEffect(() => {
    const href = filterHref(`/${workspace.slug}/backlog/board`, filter)
    rememberTrail(workspace.slug, { href, keys: cards.map((card) => card.key) })
  }, [workspace.slug, filter, cards])
  useShortcuts([
    { keys: "c", label: "Create item", hint: true, run: () => setCreating(true) },
    { keys: "/", label: "Search items", hint: true, run: () => search.current?.focus() },
  ])

  const moveTo = (card: Card, status: ItemStatus) => board && move(card.id, byRank(board, card, status))
  const toTop = (card: Card) => {
    const first = board && findCard(board, card.id)?.column.items.find((other) => other.id !== card.id)
    if (first) move(card.id, { status: card.status, beforeId: first.id })
  }
  const lifted = moving && board ? findCard(board, moving)?.card : undefined
  const uncounted = board?.columns.some((column) => column.hasMoreThanCounted) ?? false
  return (
    <div className="page-fill backlog">
      <BacklogHead
        view="board"
        state={boardState(filter, total, all, uncounted)}
        filter={filter}
        onCreate={() => setCreating(true)}
      />
      <FilterBar filter={filter} onChange={setFilter} choices={choices} labels={labels} searchRef={search} />
      {error || total === 0 ? (
        <ListNothing
          error={error}
          retry={retry}
          filter={filter}
          onFilter={setFilter}
          onCreate={() => setCreating(true)}
        />
      ) : (
        <DndContext id="board" {...context}>
          <div className="board" aria-busy={renewing || undefined}>
            {board?.columns.map((column) => (
              <BoardColumn
                key={column.status}
                column={column}
                closed={closed.has(column.status)}
                onClose={(fold) => setClosed(column.status, fold)}
                movingId={moving}
                target={target}
                reasonFor={(card) => reasonOf(mayEdit(card.productId))}
                mayRank={(card) => mayRank(card.productId).ok}
                onTop={toTop}
                onMoveTo={moveTo}
                onMore={() => showMore(column.status)}
              />
            ))}
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
      )}
      {creating ? (
        <CreateDialog choices={choices} filter={filter} onClose={() => setCreating(false)} />
      ) : null}
    </div>
  )
}

const reasonOf = (verdict: ReturnType<ReturnType<typeof useWorkspace>["may"]>) =>
  verdict.ok ? undefined : verdict.reason
